package cn.xingheng.match;

import java.util.Arrays;

/** 「编码表」 Gives each code a small number in the order of arrival; an open-addressing table finds it again. */
final class CodeTable {
  private long[] codes = new long[Codes.WORDS * 512];
  /** The number of the code plus one; 0 where free. Always a power of two, at most a quarter full. */
  private int[] slots = new int[2048];

  private int size;
  /** The number given last: files name the same code many times in a row. */
  private int last;

  private final Codes one = new Codes(1);

  int size() {
    return size;
  }

  /** The number of each of these codes, or -1 where it has none. */
  void findAll(Codes wanted, int count, int[] numbers) {
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      numbers[i] = slots[wanted.hash[i] & mask] - 1;
    }
    for (int i = 0; i < count; i++) {
      if (numbers[i] >= 0 && !wanted.equalTo(codes, Codes.WORDS * numbers[i], i)) {
        numbers[i] = slots[slot(wanted, i)] - 1;
      }
    }
  }

  /** The number of this code, a new one when it had none. */
  int add(byte[] text, int from, int to) {
    one.set(0, text, from, to);
    return add(one, 0);
  }

  int add(Codes added, int i) {
    if (added.equalTo(codes, Codes.WORDS * last, i) && last < size) {
      return last;
    }
    last = number(added, i);
    return last;
  }

  private int number(Codes added, int i) {
    int slot = slot(added, i);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (4 * (size + 1) > slots.length) {
      grow();
      slot = slot(added, i);
    }
    added.copyTo(codes, Codes.WORDS * size, i);
    slots[slot] = ++size;
    return size - 1;
  }

  /** The code with this number. */
  String code(int number) {
    return Codes.text(codes, Codes.WORDS * number);
  }

  /** The longs of all codes, one behind the other, and perhaps more. */
  long[] words() {
    return codes;
  }

  /** The slot that holds this code, or the free one where it belongs. */
  private int slot(Codes wanted, int i) {
    int mask = slots.length - 1;
    int slot = wanted.hash[i] & mask;
    while (slots[slot] != 0 && !wanted.equalTo(codes, Codes.WORDS * (slots[slot] - 1), i)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    codes = Arrays.copyOf(codes, 2 * codes.length);
    slots = new int[2 * slots.length];
    Codes moved = new Codes(1);
    for (int number = 0; number < size; number++) {
      moved.set(0, codes, Codes.WORDS * number);
      slots[slot(moved, 0)] = number + 1;
    }
  }
}
