package cn.xingheng.core.basics;

/** 「事实编号」 The name by which one recorded fact is cited; unique within a book. */
public record FactId(String value) implements Comparable<FactId> {

  /** Refuses an empty id. */
  public FactId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("FactId must not be blank");
    }
  }

  @Override
  public int compareTo(FactId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
