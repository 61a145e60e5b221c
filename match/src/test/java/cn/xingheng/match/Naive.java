package cn.xingheng.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 「对照」 The same matching, written anew with a kept CSV reader, maps and java.time; shares no code with the room. */
final class Naive {
  private static final List<String> ORDER = List.of("no-code", "unknown-code", "other-institution", "not-signed",
      "left",
      "terminated", "barred", "expired", "licence-revoked", "registration-cancelled", "practice-suspended",
      "prescribing-stopped", "points", "resumption-refused", "pending-review", "not-applied", "institution");

  private record Row(String institution, LocalDate from, LocalDate through, String standing, String because) {
    boolean covers(LocalDate day) {
      return !from.isAfter(day) && !through.isBefore(day);
    }
  }

  private final Map<String, List<Row>> rows = new HashMap<>();
  /** Lines of the verdicts file: claim id, verdict, cause. */
  final List<List<String>> verdicts = new ArrayList<>();

  /** Line number and reason of each rejected line. */
  final List<String> rejects = new ArrayList<>();

  Naive(String standings, String claims) throws IOException {
    List<CsvRecord> table = read(standings);
    List<String> header = table.getFirst().getFields();
    for (CsvRecord row : table.subList(1, table.size())) {
      String because = Stream.of(row.getField(header.indexOf("because")).split("[ ;]"))
          .min(Comparator.comparing(ORDER::indexOf)).orElseThrow();
      rows.computeIfAbsent(row.getField(header.indexOf("physician_code")), code -> new ArrayList<>())
          .add(new Row(
              row.getField(header.indexOf("institution_code")),
              LocalDate.parse(row.getField(header.indexOf("from"))),
              LocalDate.parse(row.getField(header.indexOf("through"))),
              row.getField(header.indexOf("standing")),
              because));
    }
    List<CsvRecord> lines = read(claims);
    lines.subList(1, lines.size()).forEach(line -> line(lines.getFirst().getFields(), line));
  }

  static List<CsvRecord> read(String text) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .allowExtraFields(true).allowMissingFields(true).skipEmptyLines(false)
        .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      return reader.stream().toList();
    }
  }

  private void line(List<String> header, CsvRecord line) {
    String reason = "torn";
    if (line.getFieldCount() == header.size()) {
      String[] fields = Stream.of("claim_id", "issued_at", "physician_code", "institution_code", "setting",
          "amount_fen")
          .map(column -> line.getField(header.indexOf(column))).toArray(String[]::new);
      reason = fault(fields);
      if (reason.isEmpty()) {
        verdicts.add(verdict(fields));
      }
    }
    if (!reason.isEmpty()) {
      rejects.add(line.getStartingLineNumber() + " " + reason);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String fault(String[] fields) {
    if (fields[0].isEmpty() || bytes(fields[0]) > 64) {
      return fields[0].isEmpty() ? "no-claim-id" : "claim-id-too-long";
    }
    try {
      day(fields[1]);
    } catch (DateTimeParseException impossible) {
      return "impossible-time";
    }
    if (bytes(fields[2]) > 32 || bytes(fields[3]) > 32) {
      return "code-too-long";
    }
    if (fields[3].isEmpty()) {
      return "no-institution";
    }
    if (!List.of("outpatient", "inpatient", "emergency", "rescue").contains(fields[4])) {
      return "unknown-setting";
    }
    boolean whole = fields[5].matches("-?[0-9]+") && new BigInteger(fields[5]).bitLength() < 64;
    return whole ? "" : "not-whole-fen";
  }

  private static LocalDate day(String time) {
    boolean offset = time.endsWith("Z") || time.lastIndexOf('+') > 10 || time.lastIndexOf('-') > 10;
    return offset
        ? OffsetDateTime.parse(time).withOffsetSameInstant(ZoneOffset.ofHours(8)).toLocalDate()
        : LocalDateTime.parse(time).toLocalDate();
  }

  private List<String> verdict(String[] fields) {
    LocalDate day = day(fields[1]);
    boolean urgent = fields[4].equals("emergency") || fields[4].equals("rescue");
    String refusal = urgent ? "excepted" : "refused";
    List<Row> known = rows.get(fields[2]);
    if (fields[2].isEmpty()) {
      return List.of(fields[0], "unresolved", "no-code");
    }
    if (known == null) {
      return List.of(fields[0], refusal, "unknown-code");
    }
    List<Row> here = known.stream().filter(row -> row.institution.equals(fields[3])).toList();
    for (Row row : here) {
      if (row.covers(day) && !(row.standing.equals("none") && row.because.isEmpty())) {
        return switch (row.standing) {
          case "effective" -> List.of(fields[0], "payable", "");
          case "unresolved" -> List.of(fields[0], "unresolved", row.because);
          default -> List.of(fields[0], refusal, row.because);
        };
      }
    }
    boolean begun = here.stream().anyMatch(row -> !row.standing.equals("none") && !row.from.isAfter(day));
    boolean elsewhere = known.stream().anyMatch(row -> !row.institution.equals(fields[3]) && row.covers(day)
        && List.of("effective", "suspended").contains(row.standing));
    return List.of(fields[0], refusal, !begun && elsewhere ? "other-institution" : "not-signed");
  }
}
