/**
 * 扣分台账: the forms that record a deduction, withdraw a fact or correct one, and what every form of a decision shares:
 * reading its fields, the panel of what will follow, recording what was seen.
 * Central type: {@link cn.xingheng.server.ledger.DecisionDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.ledger;
