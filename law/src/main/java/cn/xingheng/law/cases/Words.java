package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Near;
import java.util.Collection;
import java.util.List;

/** Texts, amounts and words of closed lists. */
final class Words {

  /** Digits of a number that is read the short way. */
  private static final int SHORT = 6;

  private Words() {}

  static String text(Element element, int longest) {
    String text = element.text();
    if (text.length() > longest) {
      throw element.refuse("这里最多 " + longest + " 个字，写了 " + text.length() + " 个", "写得短一些");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw element.refuse("文字里有换行或控制字符", "写成一行");
    }
    return text;
  }

  /** One word of a closed list. */
  static String word(Element element, Collection<String> known) {
    String text = element.isText() ? element.letters() : "";
    if (text.isEmpty()) {
      throw element.mistyped(String.join("、", known) + " 之一");
    }
    if (!known.contains(text)) {
      throw element.refuse("不认识的词 `" + text + "`", Near.hint(text, known));
    }
    return text;
  }

  /** Words of a closed list, each once; one word alone is a list of one. */
  static List<String> words(Element element, Collection<String> known) {
    if (!element.isList()) {
      return List.of(word(element, known));
    }
    List<String> words = element.list().stream().map(each -> word(each, known)).toList();
    if (words.stream().distinct().count() < words.size()) {
      throw element.refuse("同一个词写了两次：" + String.join("、", words), "删去其中一个");
    }
    return words;
  }

  /** A whole number within bounds, both included. */
  static int number(Element element, int least, int most) {
    if (element.isScalar() && !element.isText() && element.letters().length() <= SHORT) {
      int number = plainNumber(element.letters());
      if (number >= least && number <= most && number >= 0) {
        return number;
      }
    }
    return element.number(least, most);
  }

  /** The number of these digits, or -1 when they are something else. */
  private static int plainNumber(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** An amount in yuan with at most two places. */
  static Money money(Element element) {
    String text = element.decimal().toPlainString();
    try {
      return Money.ofYuan(text);
    } catch (IllegalArgumentException cause) {
      throw element.refuse("金额 " + text + " 应当是元，最多两位小数", "金额以元为单位");
    }
  }
}
