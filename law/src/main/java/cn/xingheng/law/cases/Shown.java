package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of expectations and answers as people read them, in the notation of case files. */
final class Shown {

  private Shown() {}

  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "无";
      case Money money -> money.yuan();
      case Collection<?> many -> many.stream().map(Shown::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> fields -> fields.entrySet().stream()
          .map(each -> each.getKey() + ": " + value(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
      case Object one -> one.toString();
    };
  }
}
