/** Thinks: values, sealed types and pure functions; no clock, no input or output, no floating point. */
module cn.xingheng.core {
  requires transitive org.threeten.extra;
  requires static transitive org.jspecify;

  exports cn.xingheng.core.basics;
  exports cn.xingheng.core.calendar;
  exports cn.xingheng.core.facts;
  exports cn.xingheng.core.rulebook;
  exports cn.xingheng.core.register;
  exports cn.xingheng.core.agreement;
  exports cn.xingheng.core.ledger;
  exports cn.xingheng.core.sanction;
  exports cn.xingheng.core.institution;
  exports cn.xingheng.core.standing;
  exports cn.xingheng.core.merit;
  exports cn.xingheng.core.claims;
  exports cn.xingheng.core.foresight;
}
