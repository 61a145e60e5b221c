package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Job;
import java.util.List;

/** How things stand with a piece of work, as long as the machine remembers. */
public sealed interface BulkState {

  /** It is under way, or waits for its turn. */
  record Running(Job.Progress progress) implements BulkState {}

  /**
   * It was not done, and nothing was written.
   *
   * @param key of the words
   */
  record Failed(String key, List<Object> arguments) implements BulkState {
    public Failed {
      arguments = List.copyOf(arguments);
    }
  }

  /** Nothing is going on. */
  record Quiet() implements BulkState {}
}
