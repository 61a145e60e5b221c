/** Tests of the list of physicians. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.standing;
