package cn.xingheng.app;

import cn.xingheng.client.Line;
import cn.xingheng.core.claims.Setting;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 「所问的行」 The lines of a question, from words of the command line or a claims file, and what is wrong with others. */
final class AskedLines {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int DAY_LENGTH = 10;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  List<Line> lines() {
    return lines;
  }

  /** The lines that cannot be asked, each with where it stands and why. */
  List<String> rejected() {
    return rejected;
  }

  /** Takes {@code PHYSICIAN,INSTITUTION,DAY,SETTING}, the first perhaps empty. */
  void add(String words) {
    String[] parts = words.split(",", -1);
    String where = "--line " + words;
    if (parts.length != 4) {
      rejected.add(where + ": 应为 医师,机构,日期,类型 should be PHYSICIAN,INSTITUTION,DAY,SETTING");
      return;
    }
    add(where, Integer.toString(lines.size() + 1), parts[0], parts[1], parts[2], parts[3], "0");
  }

  /** Takes the lines of a claims file. */
  void read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : reader) {
        String where = file + ", line " + record.getStartingLineNumber();
        add(
            where, field(record, "claim_id"), field(record, "physician_code"), field(record, "institution_code"),
            field(record, "issued_at"), field(record, "setting"), field(record, "amount_fen"));
      }
    } catch (CsvParseException torn) {
      rejected.add(file + ": " + torn.getMessage());
    }
  }

  private static String field(NamedCsvRecord record, String name) {
    return record.findField(name).orElse("");
  }

  private void add(
      String where, String id, String physician, String institution, String at, String setting, String fen) {
    LocalDate day = day(at);
    Setting known = Setting.find(setting.strip().toLowerCase(Locale.ROOT)).orElse(null);
    if (day == null) {
      rejected.add(where + ": 日期有误 not a day: " + at);
    } else if (known == null) {
      rejected.add(where + ": 类型有误 not a setting: " + setting);
    } else if (id.isBlank() || institution.isBlank()) {
      rejected.add(where + ": 缺少编号或机构 without an id or an institution");
    } else {
      lines.add(new Line(id, physician, institution, day, known, fen(fen)));
    }
  }

  /** The amount bears on no verdict; what cannot be asked as one is asked as nothing. */
  private static long fen(String text) {
    return text.matches("[0-9]{1,13}") ? Long.parseLong(text) : 0;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      if (text.length() == DAY_LENGTH) {
        return LocalDate.parse(text);
      }
      return text.matches(".*([Zz]|[+-][0-9]{2}:[0-9]{2})")
          ? OffsetDateTime.parse(text).atZoneSameInstant(BEIJING).toLocalDate()
          : LocalDateTime.parse(text).toLocalDate();
    } catch (DateTimeException wrong) {
      return null;
    }
  }
}
