package cn.xingheng.cluster.planted.cluster;

import org.slf4j.LoggerFactory;

/** A breach on purpose: the room may not see this library. */
final class SeesLogger {
  String name() {
    return LoggerFactory.getILoggerFactory().toString();
  }
}
