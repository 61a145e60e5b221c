package cn.xingheng.server.register;

import cn.xingheng.server.register.Organisation.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of institutions as a file: UTF-8, the first line {@code id,name,area,level,place}, then one a line.
 * A value with a comma stands in quotes; a line break stands in none.
 */
final class InstitutionCsv {
  static final String HEADER = "id,name,area,level,place";
  static final int MOST_LINES = 20_000;
  private static final int COLUMNS = 5;
  private final List<Line> lines = new ArrayList<>();
  private final List<OrganisationFault> faults = new ArrayList<>();

  /** One institution and the area it is to lie in. */
  record Line(int number, String area, OrganisationEntry entry) {}

  private InstitutionCsv() {}

  /** Reads a file; what cannot be read is among the faults. */
  static InstitutionCsv read(byte[] file) {
    InstitutionCsv read = new InstitutionCsv();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      read.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException unread) {
      read.faults.add(OrganisationFault.of("organisations.csv.encoding"));
    }
    return read;
  }

  List<Line> lines() {
    return lines;
  }

  List<OrganisationFault> faults() {
    return faults;
  }

  private void lines(String text) {
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || !rows.getFirst().strip().equals(HEADER)) {
      faults.add(OrganisationFault.of("organisations.csv.header", HEADER).at(1));
      return;
    }
    if (rows.size() > MOST_LINES + 1) {
      faults.add(OrganisationFault.of("organisations.csv.long", MOST_LINES));
      return;
    }
    for (int number = 2; number <= rows.size(); number++) {
      if (!rows.get(number - 1).isBlank()) {
        line(number, values(rows.get(number - 1)));
      }
    }
    if (lines.isEmpty() && faults.isEmpty()) {
      faults.add(OrganisationFault.of("organisations.csv.empty"));
    }
  }

  private void line(int number, @Nullable List<String> values) {
    if (values == null) {
      faults.add(OrganisationFault.of("organisations.csv.quote").at(number));
    } else if (values.size() != COLUMNS) {
      faults.add(OrganisationFault.of("organisations.csv.columns", COLUMNS, values.size()).at(number));
    } else {
      lines.add(
          new Line(
              number, values.get(2).strip(),
              new OrganisationEntry(
                  Kind.INSTITUTION, values.get(0), values.get(1), "", values.get(3), values.get(4))));
    }
  }

  /** The values of a line, or null when a quote in it is not closed or closes in the middle of a value. */
  private static @Nullable List<String> values(String line) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder value = new StringBuilder();
      at = line.startsWith("\"", at) ? quoted(line, at + 1, value) : plain(line, at, value);
      values.add(value.toString());
      if (at == line.length()) {
        return values;
      }
      if (at < 0 || line.charAt(at) != ',') {
        return null;
      }
      at++;
    }
  }

  private static int plain(String line, int from, StringBuilder value) {
    int comma = line.indexOf(',', from);
    int end = comma < 0 ? line.length() : comma;
    value.append(line, from, end);
    return value.indexOf("\"") < 0 ? end : -1;
  }

  /** Where the value ends, after its closing quote; -1 when none closes it. */
  private static int quoted(String line, int from, StringBuilder value) {
    int at = from;
    while (at < line.length()) {
      if (line.charAt(at) != '"') {
        value.append(line.charAt(at++));
      } else if (line.startsWith("\"\"", at)) {
        value.append('"');
        at += 2;
      } else {
        return at + 1;
      }
    }
    return -1;
  }
}
