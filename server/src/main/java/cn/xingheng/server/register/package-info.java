/**
 * 名册: who and where — persons, their codes, the tree of organisations. Facts about agreements are in {@code standing}.
 * Central type: {@link cn.xingheng.server.register.Person}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.register;
