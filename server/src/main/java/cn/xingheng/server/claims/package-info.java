/**
 * 结算匹配: whether claim lines are paid, for hospital systems over HTTP and line by line on a page; the keys by which
 * those systems come in; the standings file that matching in bulk starts from.
 * Central type: {@link cn.xingheng.server.claims.ClaimDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.claims;
