package cn.xingheng.match;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * 「列」 Where the wanted columns stand in the records of a file, found by its header.
 *
 * @param count how many columns the file has
 * @param lines how many lines the header takes
 * @param at the place of each wanted column, in the order they were asked for
 */
record Columns(int count, int lines, List<Integer> at) implements Serializable {
  Columns {
    at = List.copyOf(at);
  }

  /** Reads the header, the first record of the first chunk, and moves the chunk's beginning behind it. */
  static Columns read(String file, Chunk chunk, List<String> wanted) throws UnusableInput {
    RecordCursor header = new RecordCursor(RecordCursor.ANY);
    header.open(chunk.bytes, chunk.from, chunk.to);
    if (!header.next() || header.fault() != null) {
      throw UnusableInput.atLine(file, 1, "no header 没有表头", "put this line first: " + String.join(",", wanted));
    }
    int[] places = new int[wanted.size()];
    Arrays.fill(places, -1);
    for (int field = 0; field < header.fields(); field++) {
      int column = wanted.indexOf(header.string(field));
      if (column >= 0 && places[column] >= 0) {
        throw UnusableInput.atLine(
            file, 1, "column named twice 列名重复: " + wanted.get(column), "rename or delete one of the two.");
      }
      if (column >= 0) {
        places[column] = field;
      }
    }
    for (int column = 0; column < places.length; column++) {
      if (places[column] < 0) {
        throw UnusableInput.atLine(
            file, 1, "column missing 缺少列: " + wanted.get(column),
            "the file is another one, or its columns are not separated by commas; wanted: " + String.join(",", wanted));
      }
    }
    chunk.from = header.position();
    return new Columns(header.fields(), header.linesPassed(), Arrays.stream(places).boxed().toList());
  }

  /** The places as plain numbers, for the loop over the lines. */
  int[] places() {
    return at.stream().mapToInt(Integer::intValue).toArray();
  }
}
