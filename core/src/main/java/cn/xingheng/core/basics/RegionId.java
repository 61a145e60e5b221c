package cn.xingheng.core.basics;

/** 「统筹地区」 One pooling area, and so the agency that manages it. */
public record RegionId(String value) implements Comparable<RegionId> {

  /** Refuses an empty id. */
  public RegionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("RegionId must not be blank");
    }
  }

  @Override
  public int compareTo(RegionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
