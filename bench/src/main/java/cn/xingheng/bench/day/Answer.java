package cn.xingheng.bench.day;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 「回执」 What was answered to a message.
 *
 * @param code infcode
 * @param text the whole answer: sent again, a message must get the very same
 */
record Answer(int code, String text) {
  private static final Pattern CODE = Pattern.compile("^\\{\"infcode\":(-?\\d+)");
  private static final Pattern LINE =
      Pattern.compile(
          "\"feedetl_sn\":\"([^\"]*)\",\"mdtrt_id\":\"([^\"]*)\",\"verdict\":\"(\\w+)\","
              + "\"because\":(?:null|\"([^\"]*)\")");

  /** Reads it. */
  static Answer of(String text) {
    Matcher code = CODE.matcher(text);
    if (!code.find()) {
      throw new IllegalStateException("no envelope: " + text);
    }
    return new Answer(Integer.parseInt(code.group(1)), text);
  }

  boolean taken() {
    return code == 0;
  }

  /** Verdict and cause of each line, by its name. */
  Map<String, Verdict> verdicts() {
    Map<String, Verdict> verdicts = new HashMap<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      verdicts.put(
          line.group(2) + "/" + line.group(1), new Verdict(line.group(3), line.group(4) == null ? "" : line.group(4)));
    }
    return verdicts;
  }

  /** A verdict and its cause, or nothing. */
  record Verdict(String word, String because) {}
}
