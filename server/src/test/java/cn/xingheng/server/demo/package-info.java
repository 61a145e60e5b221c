/** The demo world put before the reckoning. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.demo;
