/** Serves: web pages, machine interfaces, PostgreSQL. Central type: {@link cn.xingheng.server.XinghengServer}. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server;
