package cn.xingheng.match;

/** 「上限」 What a line may hold at most, in bytes. */
final class Limits {
  /** A record, its line end not counted. */
  static final int RECORD = 4096;

  /** The code of a physician or an institution. */
  static final int CODE = 32;

  static final int CLAIM_ID = 64;

  private Limits() {}
}
