package cn.xingheng.server.archive;

/** What is being done with a file. */
enum ImportPhase {
  READ,
  JUDGE,
  RECORD,
  UNDO
}
