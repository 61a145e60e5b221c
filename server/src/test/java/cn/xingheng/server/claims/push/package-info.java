/** What is sent to hospitals, to a receiver that a test plays. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.claims.push;
