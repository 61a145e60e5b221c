package cn.xingheng.server.archive;

import cn.xingheng.server.archive.form.FormFault;
import cn.xingheng.server.house.Job;
import java.util.List;

/** How things stand with an upload, as long as the machine remembers. */
public sealed interface ImportState {

  /**
   * Something is being done.
   *
   * @param writing whether it records anything
   */
  record Running(Job.Progress progress, boolean writing) implements ImportState {}

  /** It was looked at. */
  record Checked(ImportCheck check) implements ImportState {}

  /** The file as a whole cannot be read. */
  record Unreadable(FormFault fault) implements ImportState {}

  /**
   * It was not done, and nothing was written.
   *
   * @param key of the words
   */
  record Failed(String key, List<Object> arguments) implements ImportState {
    public Failed {
      arguments = List.copyOf(arguments);
    }
  }

  /** Nothing is going on. */
  record Quiet() implements ImportState {}
}
