package cn.xingheng.formats;

import java.nio.ByteBuffer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * 「单元格」 Takes the values of one column from the library and writes each as a field of CSV; a word of a dictionary is
 * written out once and copied after that.
 */
final class CellText extends PrimitiveConverter {
  private final Form form;
  private final PrimitiveTypeName stored;
  private final CsvText out;
  private final CsvText word = new CsvText(64);
  private @Nullable Dictionary dictionary;
  private byte[] @Nullable [] words = {};

  CellText(Form form, PrimitiveTypeName stored, CsvText out) {
    this.form = form;
    this.stored = stored;
    this.out = out;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary next) {
    dictionary = next;
    words = new byte[next.getMaxId() + 1][];
  }

  @Override
  public void addValueFromDictionary(int id) {
    byte @Nullable [] known = words[id];
    if (known == null) {
      known = spelt(id);
      words[id] = known;
    }
    out.append(known);
  }

  private byte[] spelt(int id) {
    Dictionary all = dictionary;
    if (all == null) {
      throw new IllegalStateException("a word before its dictionary");
    }
    word.clear();
    if (stored == PrimitiveTypeName.INT32) {
      word.number(form, all.decodeToInt(id));
    } else if (stored == PrimitiveTypeName.INT64) {
      word.number(form, all.decodeToLong(id));
    } else {
      bytes(word, all.decodeToBinary(id));
    }
    return word.copy();
  }

  @Override
  public void addBinary(Binary value) {
    bytes(out, value);
  }

  @Override
  public void addInt(int value) {
    out.number(form, value);
  }

  @Override
  public void addLong(long value) {
    out.number(form, value);
  }

  private void bytes(CsvText to, Binary value) {
    ByteBuffer buffer = value.toByteBuffer();
    int from = buffer.arrayOffset() + buffer.position();
    to.bytes(form, buffer.array(), from, from + buffer.remaining());
  }
}
