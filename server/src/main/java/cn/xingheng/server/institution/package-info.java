/**
 * 机构后果: what an institution's own agreement is, and what the points and ended agreements of its physicians bring upon
 * it. Counts by standing are read from the projections, everything else is reckoned. Central type:
 * {@link cn.xingheng.server.institution.InstitutionDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.institution;
