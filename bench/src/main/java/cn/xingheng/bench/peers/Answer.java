package cn.xingheng.bench.peers;

import java.time.LocalDate;
import java.util.List;

/** 「答案」 Verdict and cause of one line, in the words of the files. */
record Answer(String verdict, String because) {

  /** What the rows of one physician say of a line. */
  static Answer of(String physician, String institution, LocalDate day, String setting, List<Span> spans) {
    if (physician.isEmpty()) {
      return new Answer("unresolved", "no-code");
    }
    boolean begun = false;
    boolean elsewhere = false;
    for (Span span : spans) {
      boolean here = span.institution().equals(institution);
      if (here && span.covers(day)) {
        return judged(span.standing(), span.because(), setting);
      }
      begun |= here && span.signed() && !span.first().isAfter(day);
      elsewhere |= !here && span.inForce() && span.covers(day);
    }
    String because = !begun && elsewhere ? "other-institution" : "not-signed";
    return judged("none", spans.isEmpty() ? "unknown-code" : because, setting);
  }

  /** What a standing with its cause means for a line in this setting. */
  static Answer judged(String standing, String because, String setting) {
    boolean urgent = setting.equals("emergency") || setting.equals("rescue");
    return switch (standing) {
      case "effective" -> new Answer("payable", "");
      case "unresolved" -> new Answer(urgent && because.equals("stated") ? "excepted" : "unresolved", because);
      default -> new Answer(urgent ? "excepted" : "refused", because);
    };
  }
}
