package cn.xingheng.client;

import java.io.IOException;

/** 「服务拒绝」 The house answered and does not do what was asked; asking again changes nothing. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;
  private final int status;

  Refused(int status, String detail) {
    super("HTTP " + status + ": " + detail);
    this.status = status;
  }

  /** The HTTP status; 0 when what came was not what a house says. */
  public int status() {
    return status;
  }
}
