/**
 * 处理: the forms that suspend, terminate, put off, and settle what an institution stated.
 * Central type: {@link cn.xingheng.server.sanction.SanctionDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.sanction;
