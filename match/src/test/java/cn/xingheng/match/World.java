package cn.xingheng.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** 「随机世界」 Standings and claims from a seed, written in all the ways RFC 4180 allows. */
final class World {
  private static final List<String> CAUSES = List.of("points", "institution", "left", "expired", "pending-review",
      "points institution", "institution;licence-revoked", "terminated barred");
  private static final List<String> SETTINGS = List.of("outpatient", "inpatient", "emergency", "rescue");
  private static final List<String> BAD_TIMES =
      List.of("2026-02-30T10:00", "2026-05-04", "", "2026-05-04T25:00", "2026-05-04 10:00", "昨天");
  private static final List<String> BAD_AMOUNTS = List.of("", "1.5", "+1", "9223372036854775808", "12 ", "五");

  private final Random random;
  private final List<String> physicians = new ArrayList<>();
  private final List<String> institutions = new ArrayList<>();

  World(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      physicians.add(pick(List.of("Aa1", "D34", "医师", "q\"x", "a,b")) + "0".repeat(random.nextInt(20)) + i);
    }
    for (int i = 0; i < 7; i++) {
      institutions.add(pick(List.of("H", "医院", "h ")) + i);
    }
  }

  String standings() {
    List<String[]> rows = new ArrayList<>();
    for (String physician : physicians.subList(0, 20)) {
      for (String institution : institutions.subList(0, 6)) {
        if (random.nextInt(3) == 0) {
          timeline(rows, physician, institution);
        }
      }
    }
    Collections.shuffle(rows, random);
    return file(List.of("physician_code", "institution_code", "from", "through", "standing", "because"), rows);
  }

  private void timeline(List<String[]> rows, String physician, String institution) {
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(400));
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      LocalDate through = i == count - 1 && random.nextBoolean()
          ? LocalDate.of(9999, 12, 31) : day.plusDays(random.nextInt(120));
      String standing = pick(List.of("effective", "effective", "suspended", "ended", "unresolved", "none"));
      boolean mustHave = standing.equals("suspended") || standing.equals("ended");
      boolean mayHave = !standing.equals("effective") && random.nextBoolean();
      String because = mustHave || mayHave ? pick(CAUSES) : "";
      rows.add(new String[] {physician, institution, day.toString(), through.toString(), standing, because});
      if (through.getYear() == 9999) {
        return;
      }
      day = through.plusDays(1L + (random.nextBoolean() ? 0 : random.nextInt(40)));
    }
  }

  String claims(int lines) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String[] row = {"c" + i, time(), pick(physicians), pick(institutions), pick(SETTINGS),
          String.valueOf(random.nextInt(10) == 0 ? random.nextLong() : random.nextInt(200_000) - 1000)};
      int chance = random.nextInt(60);
      switch (chance) {
        case 0 -> row[0] = pick(List.of("", "x".repeat(65), "x".repeat(64), "医".repeat(22)));
        case 1 -> row[1] = pick(BAD_TIMES);
        case 2, 3, 4 -> row[2] = pick(List.of("", "unknown", "z".repeat(33), "z".repeat(32)));
        case 5 -> row[3] = pick(List.of("", "nowhere", "z".repeat(33), "新医院"));
        case 6 -> row[4] = pick(List.of("", "clinic", "OUTPATIENT"));
        case 7 -> row[5] = pick(BAD_AMOUNTS);
        case 8 -> row = Arrays.copyOf(row, 5 - random.nextInt(3));
        case 9 -> row[0] = "a\"b,c\nd" + i;
        default -> { }
      }
      rows.add(row);
    }
    return file(
        List.of("claim_id", "issued_at", "physician_code", "institution_code", "setting", "amount_fen"), rows);
  }

  private String time() {
    String day = LocalDate.of(2024, 12, 1).plusDays(random.nextInt(900)).toString();
    String clock = String.format("T%02d:%02d", random.nextInt(24), random.nextInt(60));
    return day + clock + pick(List.of("", "", "", ":00", ":59.123", "Z", ":30+09:00", "-07:30"));
  }

  /**
   * Columns in any order, others among them, quotes where needed or not, one of two line ends, perhaps a mark in
   * front.
   */
  private String file(List<String> header, List<String[]> rows) {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, -1, -2));
    Collections.shuffle(order, random);
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    text.append(line(order, header.toArray(new String[0]))).append(end);
    boolean quotes = random.nextInt(3) > 0;
    for (String[] row : rows) {
      text.append(line(order, row, quotes)).append(end);
    }
    if (random.nextBoolean()) {
      text.setLength(text.length() - end.length());
    }
    return text.toString();
  }

  private String line(List<Integer> order, String[] header) {
    return String.join(",", order.stream().map(i -> i < 0 ? "备注" + i : header[i]).toList());
  }

  private String line(List<Integer> order, String[] row, boolean quotes) {
    List<String> fields = new ArrayList<>();
    for (int column : order) {
      if (column < row.length) {
        fields.add(field(column < 0 ? remark() : row[column], quotes));
      }
    }
    return String.join(",", fields);
  }

  private String remark() {
    return switch (random.nextInt(12)) {
      case 0 -> "x".repeat(random.nextInt(1500));
      case 1 -> "说明";
      case 2 -> "a,b";
      case 3 -> "一\n二\r\n\n三";
      case 4 -> "\"引\"";
      default -> "";
    };
  }

  private String field(String text, boolean quotes) {
    boolean needed = text.contains(",") || text.contains("\"") || text.contains("\n");
    return needed || (quotes && random.nextInt(8) == 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
