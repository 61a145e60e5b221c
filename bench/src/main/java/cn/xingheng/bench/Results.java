package cn.xingheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 「结果页」 The page of results: a section for each thing that was measured, replaced when it is measured again.
 *
 * <p>A section stands between two comments that name it; what people wrote around them is left alone.
 *
 * @param page {@code bench/RESULTS.md}
 */
public record Results(Path page) {

  /** Puts a section in its place, or at the end. */
  public void put(String name, String title, String command, String text) throws IOException {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->\n";
    String section = begin + "### " + title + "\n\n" + Machine.describe() + "\n\n    " + command + "\n\n" + text + end;
    String old = Files.exists(page) ? Files.readString(page) : "# Results\n";
    int from = old.indexOf(begin);
    int to = old.indexOf(end);
    String all = from >= 0 && to > from
        ? old.substring(0, from) + section + old.substring(to + end.length())
        : old + (old.endsWith("\n\n") ? "" : "\n") + section;
    Files.writeString(page, all);
  }
}
