/** Quotes: editions of regulations, holiday tables, their readers, the cases. */
module cn.xingheng.law {
  requires transitive cn.xingheng.core;
  requires org.snakeyaml.engine.v2;
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  exports cn.xingheng.law.cases;
  exports cn.xingheng.law.editions;
  exports cn.xingheng.law.standings;
  exports cn.xingheng.law.yaml;
}
