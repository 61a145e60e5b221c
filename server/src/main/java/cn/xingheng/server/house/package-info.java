/**
 * The house: what has no subject — settings, database, sign-in and rights, errors, layout, words, jobs, audit.
 * It never looks at a subject. Central type: {@link cn.xingheng.server.house.Viewer}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.house;
