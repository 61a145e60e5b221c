/** Starts: the one executable, commands only. */
module cn.xingheng.app {
  requires cn.xingheng.core;
  requires cn.xingheng.law;
  requires cn.xingheng.match;
  requires info.picocli;
  requires static org.jspecify;

  opens cn.xingheng.app to
      info.picocli;
}
