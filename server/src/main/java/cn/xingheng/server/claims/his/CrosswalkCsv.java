package cn.xingheng.server.claims.his;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A list of staff numbers and codes as a file: UTF-8, the first line {@code local_id,code}, then one a line. */
final class CrosswalkCsv {
  static final String HEADER = "local_id,code";
  static final int MOST_LINES = 20_000;
  private static final List<String> COLUMNS = List.of(HEADER.split(","));
  private final List<Line> lines = new ArrayList<>();
  private final List<CrosswalkFault> faults = new ArrayList<>();

  /**
   * A staff number and the code it stands for.
   *
   * @param number of the line, counted from 1; 0 where there is no file
   */
  record Line(int number, String localId, String code) {}

  private CrosswalkCsv() {}

  /** Reads a file; what cannot be read is among the faults. */
  static CrosswalkCsv read(byte[] file) {
    CrosswalkCsv read = new CrosswalkCsv();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      read.records(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException unread) {
      read.faults.add(CrosswalkFault.of(0, "his.csv.encoding"));
    } catch (CsvParseException unread) {
      read.faults.add(CrosswalkFault.of(0, "his.csv.unread"));
    }
    return read;
  }

  List<Line> lines() {
    return lines;
  }

  List<CrosswalkFault> faults() {
    return faults;
  }

  private void records(String text) {
    boolean head = true;
    for (CsvRecord found : CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      int number = Math.toIntExact(found.getStartingLineNumber());
      List<String> fields = found.getFields().stream().map(String::strip).toList();
      if (head && !fields.equals(COLUMNS)) {
        faults.add(CrosswalkFault.of(number, "his.csv.header", HEADER));
        return;
      }
      if (!head && fields.size() != COLUMNS.size()) {
        faults.add(CrosswalkFault.of(number, "his.csv.columns", Integer.toString(fields.size())));
      } else if (!head) {
        lines.add(new Line(number, fields.getFirst(), fields.getLast()));
      }
      head = false;
      if (lines.size() > MOST_LINES) {
        faults.add(CrosswalkFault.of(0, "his.csv.long", Integer.toString(MOST_LINES)));
        return;
      }
    }
    if (lines.isEmpty() && faults.isEmpty()) {
      faults.add(CrosswalkFault.of(0, "his.csv.empty", HEADER));
    }
  }
}
