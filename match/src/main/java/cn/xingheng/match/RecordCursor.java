package cn.xingheng.match;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 「记录游标」 Walks the RFC 4180 records of a chunk and shows the fields of the one it stands on, without making objects.
 *
 * <p>A record whose quotes cannot be made sense of within the length a record may have is taken to end at its first
 * line feed:
 * one torn line costs itself, not its neighbours. What a field holds is valid until the next step.
 */
final class RecordCursor {
  /** The number of columns is not known yet: any will do. */
  static final int ANY = -1;

  private final int columns;
  private final int[] starts;
  private final int[] ends;
  /**
   * Records without their quotes, one behind the other: room for all of a batch and more, then from the start
   * again.
   */
  private byte[] unquoted = {};
  private final Marks marks = new Marks();
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer decoded = CharBuffer.allocate(Limits.RECORD);

  private byte[] block = {};
  private byte[] text = block;
  private int limit;
  private int next;
  private int unquotedBytes;
  private int rawStart;
  private int rawEnd;
  private int fields;
  private boolean hadQuotes;
  private int line;
  private int nextLine;
  private @Nullable Reason fault;

  RecordCursor(int columns) {
    this.columns = columns;
    int kept = columns == ANY ? Limits.RECORD + 1 : columns;
    this.starts = new int[kept];
    this.ends = new int[kept];
  }

  /** Stands before the first record of {@code [from, to)}, which is empty or ends with a line feed. */
  void open(byte[] bytes, int from, int to) {
    block = bytes;
    next = from;
    limit = to;
    nextLine = 0;
    marks.open(bytes, from);
  }

  /** Moves to the next record; false when there is none. */
  boolean next() {
    if (next >= limit) {
      return false;
    }
    rawStart = next;
    line = nextLine;
    hadQuotes = !readPlain();
    if (hadQuotes) {
      readQuoted();
    }
    return true;
  }

  /** What is wrong with the record as a record, or null. */
  @Nullable Reason fault() {
    return fault;
  }

  /**
   * The bytes that {@link #start} and {@link #end} point into; {@link Chunk#SLACK} of them may be read beyond any
   * field.
   *
   * <p>They stay as they are for at least {@link Batch#SIZE} further steps in the same block.
   */
  byte[] text() {
    return text;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  int length(int field) {
    return ends[field] - starts[field];
  }

  String string(int field) {
    return new String(text, starts[field], length(field), StandardCharsets.UTF_8);
  }

  int fields() {
    return fields;
  }

  /** Whether the record had quotes: then {@link #text} is not the chunk. */
  boolean hadQuotes() {
    return hadQuotes;
  }

  /** Lines of the chunk before this record. */
  int line() {
    return line;
  }

  /** Lines of the chunk up to the end of this record. */
  int linesPassed() {
    return nextLine;
  }

  int rawStart() {
    return rawStart;
  }

  /** The end of the record in the chunk, its line end left out. */
  int rawEnd() {
    return rawEnd;
  }

  /** The place after the record: where another cursor may open. */
  int position() {
    return next;
  }

  /** Reads a record without quotes in one pass; false when a quote turns up. */
  private boolean readPlain() {
    byte[] bytes = block;
    int begin = rawStart;
    int seen = 0;
    fields = 0;
    text = bytes;
    while (true) {
      int at = marks.next();
      int kind = Rfc4180.kind(bytes[at]);
      if (kind == Rfc4180.COMMA) {
        put(begin, at);
        begin = at + 1;
      } else if (kind == Rfc4180.FEED) {
        endAt(at);
        put(begin, rawEnd);
        fault = judge(seen, true);
        return true;
      } else if (kind == Rfc4180.QUOTE) {
        return false;
      } else {
        seen |= kind == Rfc4180.RETURN && bytes[at + 1] != '\n' ? Rfc4180.STRAY : kind;
      }
    }
  }

  private void readQuoted() {
    int end = Rfc4180.recordEnd(block, rawStart, limit);
    boolean whole = end >= 0;
    endAt(whole ? end - 1 : ChunkSource.indexOf(block, (byte) '\n', rawStart, limit));
    int seen = 0;
    for (int at = rawStart; at < rawEnd; at++) {
      seen |= Rfc4180.kind(block[at]);
      nextLine += block[at] == '\n' ? 1 : 0;
    }
    fields = 0;
    if (whole && rawEnd - rawStart <= Limits.RECORD) {
      unquote();
    }
    fault = judge(seen, whole);
    marks.skipTo(next);
  }

  private void endAt(int feed) {
    next = feed + 1;
    nextLine++;
    rawEnd = feed > rawStart && block[feed - 1] == '\r' ? feed - 1 : feed;
  }

  private void put(int start, int end) {
    if (fields < starts.length) {
      starts[fields] = start;
      ends[fields] = end;
    }
    fields++;
  }

  private void unquote() {
    if (unquoted.length == 0) {
      unquoted = new byte[(Batch.SIZE + 4) * Limits.RECORD + Chunk.SLACK];
    }
    if (unquotedBytes + Limits.RECORD > unquoted.length - Chunk.SLACK) {
      unquotedBytes = 0;
    }
    text = unquoted;
    int begin = unquotedBytes;
    int out = begin;
    boolean inside = false;
    for (int at = rawStart; at < rawEnd; at++) {
      byte b = block[at];
      if (b == '"') {
        if (inside && at + 1 < rawEnd && block[at + 1] == '"') {
          unquoted[out++] = b;
          at++;
        } else {
          inside = !inside;
        }
      } else if (b == ',' && !inside) {
        put(begin, out);
        begin = out;
      } else {
        unquoted[out++] = b;
      }
    }
    put(begin, out);
    unquotedBytes = out;
  }

  private @Nullable Reason judge(int seen, boolean whole) {
    if (rawEnd - rawStart > Limits.RECORD) {
      return Reason.LINE_TOO_LONG;
    }
    if ((seen & Rfc4180.NUL) != 0) {
      return Reason.NUL;
    }
    if ((seen & Rfc4180.HIGH) != 0 && !isUtf8()) {
      return Reason.NOT_UTF8;
    }
    if (!whole || (seen & Rfc4180.STRAY) != 0) {
      return Reason.TORN;
    }
    if (rawStart == rawEnd) {
      return Reason.EMPTY_LINE;
    }
    return fields == columns || columns == ANY ? null : Reason.TORN;
  }

  private boolean isUtf8() {
    decoded.clear();
    utf8.reset();
    return !utf8.decode(ByteBuffer.wrap(block, rawStart, rawEnd - rawStart), decoded, true).isError();
  }
}
