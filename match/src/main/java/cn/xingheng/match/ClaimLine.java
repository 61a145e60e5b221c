package cn.xingheng.match;

import cn.xingheng.core.claims.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 「结算行」 What one claim line says, read from its record; one object is used for line after line. */
final class ClaimLine {
  static final List<String> COLUMNS =
      List.of("claim_id", "issued_at", "physician_code", "institution_code", "setting", "amount_fen");

  private static final Setting[] SETTINGS = Setting.values();
  /** The words of the settings, as codes: a word has at most 32 bytes. */
  private static final Codes WORDS = new Codes(SETTINGS.length);
  /** Numbers of up to so many digits cannot leave 64 bits. */
  private static final int SAFE_DIGITS = 18;

  static {
    for (int i = 0; i < SETTINGS.length; i++) {
      byte[] word = SETTINGS[i].word().getBytes(StandardCharsets.UTF_8);
      WORDS.set(i, Arrays.copyOf(word, word.length + Chunk.SLACK), 0, word.length);
    }
  }

  private final int claimId;
  private final int issuedAt;
  private final int physician;
  private final int institution;
  private final int settingColumn;
  private final int amount;

  private int day;
  private Setting setting = Setting.OUTPATIENT;
  private long fen;

  ClaimLine(Columns columns) {
    int[] places = columns.places();
    claimId = places[0];
    issuedAt = places[1];
    physician = places[2];
    institution = places[3];
    settingColumn = places[4];
    amount = places[5];
  }

  int claimId() {
    return claimId;
  }

  int physician() {
    return physician;
  }

  int institution() {
    return institution;
  }

  /** The Beijing day of the order, as in {@link Days}. */
  int day() {
    return day;
  }

  Setting setting() {
    return setting;
  }

  long fen() {
    return fen;
  }

  /** Reads the record, whose fields have been counted; the first thing wrong with it, or null. */
  @Nullable Reason read(RecordCursor record) {
    if (record.length(claimId) == 0) {
      return Reason.NO_CLAIM_ID;
    }
    if (record.length(claimId) > Limits.CLAIM_ID) {
      return Reason.CLAIM_ID_TOO_LONG;
    }
    day = Days.dayOfTime(record.text(), record.start(issuedAt), record.end(issuedAt));
    if (day < 0) {
      return Reason.IMPOSSIBLE_TIME;
    }
    if (record.length(physician) > Limits.CODE || record.length(institution) > Limits.CODE) {
      return Reason.CODE_TOO_LONG;
    }
    if (record.length(institution) == 0) {
      return Reason.NO_INSTITUTION;
    }
    if (!readSetting(record.text(), record.start(settingColumn), record.end(settingColumn))) {
      return Reason.UNKNOWN_SETTING;
    }
    return readAmount(record.text(), record.start(amount), record.end(amount)) ? null : Reason.NOT_WHOLE_FEN;
  }

  private boolean readSetting(byte[] text, int from, int to) {
    int length = to - from;
    if (length > 2 * Long.BYTES) {
      return false;
    }
    long first = Words.at(text, from, length);
    long second = Words.at(text, from + Long.BYTES, length - Long.BYTES);
    for (int i = 0; i < SETTINGS.length; i++) {
      if (WORDS.a[i] == first && WORDS.b[i] == second) {
        setting = SETTINGS[i];
        return true;
      }
    }
    return false;
  }

  private boolean readAmount(byte[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int first = negative ? from + 1 : from;
    long value = 0;
    for (int at = first; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = 10 * value + digit;
    }
    if (to - first > SAFE_DIGITS) {
      return readLongAmount(new String(text, from, to - from, StandardCharsets.US_ASCII));
    }
    fen = negative ? -value : value;
    return first < to;
  }

  private boolean readLongAmount(String digits) {
    try {
      fen = Long.parseLong(digits);
      return true;
    } catch (NumberFormatException beyond) {
      return false;
    }
  }
}
