package cn.xingheng.match;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 「资格文件读取」 Reads a standings file into a {@link StandingTable}; a file with a fault is refused whole.
 *
 * <p>Columns {@code physician_code,institution_code,from,through,standing,because}, in any order, days inclusive. An
 * effective
 * row has no cause; a suspended or ended one must have one, for nothing is refused without a reason.
 */
final class StandingReader {
  private static final List<String> WANTED =
      List.of("physician_code", "institution_code", "from", "through", "standing", "because");

  private static final int MOST_KEPT = 1000;

  private final String file;
  private final InputFile input;
  private final Progress progress;
  private final StandingTableBuilder builder = new StandingTableBuilder();
  /** What pairs of words mean that have been met: few, for they are words of closed lists. */
  private final Map<String, Integer> findings = new HashMap<>();

  private long linesBefore;
  private long records;
  /** The first of the empty lines just read; they are a fault if anything follows. */
  private long emptyLine;

  private StandingReader(String file, InputFile input, Progress progress) {
    this.file = file;
    this.input = input;
    this.progress = progress;
  }

  /** Reads all of it. */
  static StandingTable read(Path file, int chunkBytes, Packing packing, Progress progress) throws IOException {
    try (InputFile input = new InputFile(file, packing, WANTED)) {
      StandingTable table =
          new StandingReader(file.toString(), input, progress).read(new ChunkSource(input.text(), chunkBytes, 0));
      input.checkUnchanged();
      return table;
    }
  }

  private StandingTable read(ChunkSource source) throws IOException {
    Chunk chunk = source.newChunk();
    if (!source.fill(chunk)) {
      throw new UnusableInput(file, "the file is empty 文件为空", "the program that writes it has not finished.");
    }
    Columns columns = Columns.read(file, chunk, WANTED);
    linesBefore = columns.lines();
    RecordCursor record = new RecordCursor(columns.count());
    int[] places = columns.places();
    do {
      record.open(chunk.bytes, chunk.from, chunk.to);
      while (record.next()) {
        take(record, places);
      }
      linesBefore += record.linesPassed();
      progress.advanced(Progress.Stage.STANDINGS, input.bytesRead(), input.size(), records);
    } while (source.fill(chunk));
    try {
      return builder.build();
    } catch (OverlappingRows overlap) {
      throw new UnusableInput(
          file + ", lines " + overlap.firstLine() + " and " + overlap.secondLine(),
          "two rows of one physician and institution share a day 同一医师同一机构的两行日期重叠",
          "one of the two rows should end the day before the other begins.");
    }
  }

  private void take(RecordCursor record, int[] places) throws UnusableInput {
    long line = linesBefore + record.line() + 1;
    Reason fault = record.fault();
    if (fault == Reason.EMPTY_LINE) {
      emptyLine = emptyLine == 0 ? line : emptyLine;
      return;
    }
    if (emptyLine != 0) {
      throw unusable(emptyLine, Reason.EMPTY_LINE.word() + " 空行", "delete the line.");
    }
    if (fault != null) {
      throw unusable(line, fault.word(),
          "the file was cut or joined on its way, or a text with a comma lacks its quotes.");
    }
    int finding = finding(record, places[4], places[5], line);
    builder.add(
        code(builder.physicians(), record, places[0], line),
        code(builder.institutions(), record, places[1], line),
        day(record, places[2], line),
        lastDay(record, places, line),
        finding,
        Math.toIntExact(line));
    records++;
  }

  private int code(CodeTable codes, RecordCursor record, int field, long line) throws UnusableInput {
    if (record.length(field) == 0 || record.length(field) > Limits.CODE) {
      throw unusable(
          line, "a code of " + record.length(field) + " bytes 编码长度",
          "the column holds something else; 1 to 32 bytes are lawful.");
    }
    return codes.add(record.text(), record.start(field), record.end(field));
  }

  private int day(RecordCursor record, int field, long line) throws UnusableInput {
    int day = Days.day(record.text(), record.start(field), record.end(field));
    if (day < 0) {
      throw unusable(line, "not a day 日期有误: " + record.string(field),
          "write it like 2026-05-04; open ends are 9999-12-31.");
    }
    return day;
  }

  private int lastDay(RecordCursor record, int[] places, long line) throws UnusableInput {
    int last = day(record, places[3], line);
    if (last < day(record, places[2], line)) {
      throw unusable(line, "through is before from 截止早于起始", "the two days are exchanged.");
    }
    return last;
  }

  /** The finding of a row. */
  private int finding(RecordCursor record, int standingField, int causeField, long line) throws UnusableInput {
    String words = record.string(standingField) + "," + record.string(causeField);
    Integer known = findings.get(words);
    if (known == null) {
      known = finding(record.string(standingField), record.string(causeField), line);
      if (findings.size() < MOST_KEPT) {
        findings.put(words, known);
      }
    }
    return known;
  }

  private int finding(String word, String causes, long line) throws UnusableInput {
    Standing standing = Standing.find(word)
        .orElseThrow(() -> unusable(
            line, "unknown standing 未知状态: " + word, "it is one of effective, suspended, ended, unresolved."));
    Cause cause = cause(causes, line);
    if (standing == Standing.EFFECTIVE && cause != null) {
      throw unusable(line, "effective, with a cause 有效而带原因: " + cause.word(),
          "the standing should be suspended or ended.");
    }
    if ((standing == Standing.SUSPENDED || standing == Standing.ENDED) && cause == null) {
      throw unusable(line, word + " without a cause 缺少原因", "the column because was lost; a refusal needs its reason.");
    }
    return Finding.of(standing, cause);
  }

  /** The first of the words, by the order of the causes; null when there is none. */
  private @Nullable Cause cause(String words, long line) throws UnusableInput {
    if (words.isEmpty()) {
      return null;
    }
    Cause first = null;
    for (String word : words.split("[ ;]+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      Cause cause = Cause.find(word)
          .orElseThrow(() -> unusable(line, "unknown cause 未知原因: " + word,
              "it is misspelt; see GLOSSARY.md for the words."));
      first = first == null || cause.compareTo(first) < 0 ? cause : first;
    }
    return first;
  }

  private UnusableInput unusable(long line, String wrong, String maybe) {
    return UnusableInput.atLine(file, line, wrong, maybe);
  }
}
