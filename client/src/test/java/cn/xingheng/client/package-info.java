/** The client against a house that this test plays. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.client;
