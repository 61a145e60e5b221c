package cn.xingheng.server.claims.his;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, read.
 *
 * @param msgid the sender's own number of the message
 * @param institution fixmedins_code
 * @param sentAt inf_time, Beijing time by the sender's clock
 * @param hash of infno and input: what must be the same for a message to be the same
 */
record HisMessage(
    String infno, String msgid, String institution, LocalDateTime sentAt, String hash, Input input) {

  /** What it carries. */
  sealed interface Input {}

  /** 2204, 2301: lines. */
  record Upload(List<HisLine> lines) implements Input {
    Upload {
      lines = List.copyOf(lines);
    }
  }

  /** 2205, 2302: cancellations. */
  record Cancel(List<Target> targets) implements Input {
    Cancel {
      targets = List.copyOf(targets);
    }
  }

  /**
   * What is cancelled.
   *
   * @param sn the line, or null
   * @param batch the batch, or null; where both are null it is all of the visit
   */
  record Target(String visit, @Nullable String sn, @Nullable String batch) {}

  /** 5102: how somebody stands today. */
  record Status(String code) implements Input {}

  /** 2207: a settlement, which names no physician. */
  record Settlement() implements Input {}
}
