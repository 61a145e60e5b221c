package cn.xingheng.core.basics;

/** 「机构编号」 One designated institution. */
public record InstitutionId(String value) implements Comparable<InstitutionId> {

  /** Refuses an empty id. */
  public InstitutionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("InstitutionId must not be blank");
    }
  }

  @Override
  public int compareTo(InstitutionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
