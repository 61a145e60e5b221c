package cn.xingheng.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 「服务不可达」 The house could not be reached, or cannot serve now, after as many tries as are made. */
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1L;

  Unreachable(String how, @Nullable IOException cause) {
    super(how, cause);
  }
}
