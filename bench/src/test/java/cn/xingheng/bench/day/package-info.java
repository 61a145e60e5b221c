/** Small days of a hospital, against a whole server with a database of its own. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.bench.day;
