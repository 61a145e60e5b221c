/** Weighs: claim lines against standings, streaming, at the speed of memory. */
module cn.xingheng.match {
  requires transitive cn.xingheng.core;
  requires static org.jspecify;

  exports cn.xingheng.match;
}
