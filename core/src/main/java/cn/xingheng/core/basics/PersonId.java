package cn.xingheng.core.basics;

/** 「人员编号」 One physician, whatever the number of agreements. */
public record PersonId(String value) implements Comparable<PersonId> {

  /** Refuses an empty id. */
  public PersonId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("PersonId must not be blank");
    }
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
