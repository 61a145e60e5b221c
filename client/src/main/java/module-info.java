/** Asks: the client library of hospital systems. */
module cn.xingheng.client {
  requires transitive cn.xingheng.match;
  requires com.fasterxml.jackson.core;
  requires java.net.http;
  requires static org.jspecify;

  exports cn.xingheng.client;
}
