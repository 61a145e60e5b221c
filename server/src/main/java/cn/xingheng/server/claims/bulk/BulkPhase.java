package cn.xingheng.server.claims.bulk;

/** What is being done in bulk. */
enum BulkPhase {
  WAIT,
  STANDINGS,
  MATCH,
  LOAD,
  LOOK
}
