package cn.xingheng.bench.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * 「医师」 Who orders: physicians of the hospital, those of them who are suspended, those of other hospitals, codes that
 * nobody ever had, and no code at all.
 *
 * @param own codes of the hospital's physicians, at least one
 * @param suspended codes of those who are suspended
 * @param strangers codes of other hospitals' physicians
 * @param numbers the hospital's own staff numbers, with the codes they stand for
 */
record Staff(List<String> own, List<String> suspended, List<String> strangers, Map<String, String> numbers) {
  Staff {
    if (own.isEmpty()) {
      throw new IllegalArgumentException("the hospital has no physician with a code");
    }
    own = List.copyOf(own);
    suspended = List.copyOf(suspended);
    strangers = List.copyOf(strangers);
    numbers = Map.copyOf(numbers);
  }

  /** Staff numbers for the first physicians of a list. */
  static Map<String, String> numbered(List<String> own, int most) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(most, own.size()); i++) {
      numbers.put("GH%05d".formatted(i + 1), own.get(i));
    }
    return numbers;
  }

  /** Who ordered, as the hospital's system says it: a few order much, most order little. */
  String anyone(Random chance) {
    int kind = chance.nextInt(100);
    if (kind < 3) {
      return one(suspended, chance);
    }
    if (kind < 6) {
      return one(strangers, chance);
    }
    if (kind == 6) {
      return "Zz3%015d".formatted(chance.nextInt(1_000_000));
    }
    if (kind == 7) {
      return "";
    }
    if (kind < 20 && !numbers.isEmpty()) {
      return "GH%05d".formatted(1 + chance.nextInt(numbers.size()));
    }
    return own.get((int) (own.size() * Math.pow(chance.nextDouble(), 2)));
  }

  private String one(List<String> some, Random chance) {
    return some.isEmpty() ? own.getFirst() : some.get(chance.nextInt(some.size()));
  }

  /** The code that is meant. */
  String code(String said) {
    return numbers.getOrDefault(said, said);
  }
}
