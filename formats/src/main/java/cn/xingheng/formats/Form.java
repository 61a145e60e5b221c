package cn.xingheng.formats;

import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** 「值的写法」 How the stored values of a column become the text that CSV would hold. */
sealed interface Form {
  /** Bytes that are the text. */
  record Text() implements Form {}

  /**
   * A number, in digits.
   *
   * @param bits which of the stored bits are the number, where it has no sign; else 0
   */
  record Whole(long bits) implements Form {}

  /** Bytes of a number, the highest first, in digits. */
  record BigWhole() implements Form {}

  /** A number of days since 1970. */
  record Day(String clock) implements Form {}

  /**
   * A number of ticks since 1970.
   *
   * @param perSecond how many ticks a second has
   * @param utc whether they are counted in UTC, else in local time
   */
  record Moment(long perSecond, boolean utc) implements Form {}

  /** How a column is to be taken that is to hold this; null when it cannot be. */
  static @Nullable Form of(PrimitiveType column, Holds holds) {
    PrimitiveTypeName stored = column.getPrimitiveTypeName();
    LogicalTypeAnnotation said = column.getLogicalTypeAnnotation();
    if (stored == PrimitiveTypeName.BINARY
        && (said == null || said instanceof StringLogicalTypeAnnotation || said instanceof EnumLogicalTypeAnnotation)) {
      return new Text();
    }
    boolean day = said instanceof DateLogicalTypeAnnotation && stored == PrimitiveTypeName.INT32;
    return switch (holds) {
      case TEXT -> null;
      case DAY -> day ? new Day("") : null;
      case TIME -> day ? new Day("T00:00")
          : said instanceof TimestampLogicalTypeAnnotation moment && stored == PrimitiveTypeName.INT64
              ? moment(moment) : null;
      case AMOUNT -> amount(stored, said);
    };
  }

  private static @Nullable Form amount(PrimitiveTypeName stored, @Nullable LogicalTypeAnnotation said) {
    boolean number = stored == PrimitiveTypeName.INT32 || stored == PrimitiveTypeName.INT64;
    if (said instanceof DecimalLogicalTypeAnnotation decimal) {
      boolean bytes = stored == PrimitiveTypeName.BINARY || stored == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
      return decimal.getScale() != 0 ? null : number ? new Whole(0) : bytes ? new BigWhole() : null;
    }
    if (!number || (said != null && !(said instanceof IntLogicalTypeAnnotation))) {
      return null;
    }
    boolean unsigned = said instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    return new Whole(!unsigned ? 0 : stored == PrimitiveTypeName.INT32 ? 0xFFFF_FFFFL : -1);
  }

  private static Form moment(TimestampLogicalTypeAnnotation said) {
    long perSecond = switch (said.getUnit()) {
      case MILLIS -> 1_000;
      case MICROS -> 1_000_000;
      case NANOS -> 1_000_000_000;
    };
    return new Moment(perSecond, said.isAdjustedToUTC());
  }
}
