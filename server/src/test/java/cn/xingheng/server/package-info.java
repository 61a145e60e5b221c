/** Tests of the server as a whole, on a real database. Central type: {@link cn.xingheng.server.TestHouse}. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server;
