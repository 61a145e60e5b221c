package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.facts.Service;
import cn.xingheng.server.house.Words;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as they were filled in, and what is wrong with each. Full-width digits and signs are read as
 * their narrow forms; nothing else is guessed.
 */
public final class Fields {
  private static final int LONGEST = 2000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;
  private final Map<String, String> values;
  private final Map<String, String> original;
  private final boolean strict;
  private final Map<String, Fault> faults = new LinkedHashMap<>();

  /** What is wrong with one field: the key of a sentence and what it names. */
  private record Fault(String key, List<Object> arguments) {}

  /**
   * Fields so filled in.
   *
   * @param start what stands in a field for which nothing was sent
   * @param corrects whether what it starts with is a recorded fact, whose changed fields are marked
   * @param strict whether a field left blank is a fault: only once it is to be recorded
   */
  public Fields(Map<String, String> sent, Map<String, String> start, boolean corrects, boolean strict) {
    this.values = new LinkedHashMap<>(start);
    this.values.putAll(sent);
    this.original = corrects ? Map.copyOf(start) : Map.of();
    this.strict = strict;
  }

  /** What stands in the field; empty when nothing does. */
  public String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** Whether the field was filled in. */
  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** Puts a value in place of what was sent. */
  public void put(String name, String value) {
    values.put(name, value);
  }

  /** What stood in a field that a correction changes, or null when it is as it was. */
  public @Nullable String was(String name) {
    String before = original.get(name);
    return before == null || before.equals(text(name)) ? null : before;
  }

  /** Whether a correction changes anything. */
  public boolean changed() {
    return original.keySet().stream().anyMatch(name -> was(name) != null);
  }

  /** Says that something is wrong with a field; the first fault of a field stays. */
  public void fault(String name, String key, Object... arguments) {
    faults.putIfAbsent(name, new Fault(key, List.of(arguments)));
  }

  /** Whether every field could be read. */
  public boolean sound() {
    return faults.isEmpty();
  }

  /** The sentence about a field, or null when nothing is wrong with it. */
  public @Nullable String fault(Words words, String name) {
    Fault fault = faults.get(name);
    return fault == null ? null : words.say(fault.key(), fault.arguments().toArray());
  }

  /** Whether this is the first field with a fault: the focus goes there. */
  public boolean first(String name) {
    return !faults.isEmpty() && faults.keySet().iterator().next().equals(name);
  }

  /** Says that something is still to be filled in: a fault only once it is to be recorded. */
  public void missing(String name, String key) {
    if (strict) {
      fault(name, key);
    }
  }

  /** Text that must be there. */
  public String needed(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      missing(name, "forms.fault.needed");
    } else if (text.length() > LONGEST) {
      fault(name, "forms.fault.long", LONGEST, text.length());
    }
    return text;
  }

  /** Text, or null when there is none. */
  public @Nullable String optional(String name) {
    return has(name) ? needed(name) : null;
  }

  /** One of the values offered. */
  public <T> Optional<T> among(String name, Map<String, T> offered) {
    T found = offered.get(text(name));
    if (found == null && has(name)) {
      fault(name, "forms.fault.choice");
    } else if (found == null) {
      missing(name, "forms.fault.choose");
    }
    return Optional.ofNullable(found);
  }

  /** A day, or null when there is none. */
  public @Nullable LocalDate day(String name) {
    String text = narrow(name).replace('/', '-').replace('.', '-');
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
      fault(name, "forms.fault.year", text(name), Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
    } catch (DateTimeParseException unread) {
      fault(name, "forms.fault.day", text(name));
    }
    return null;
  }

  /** A day that must be there and not lie ahead; today while it cannot be read. */
  public LocalDate past(String name, LocalDate today) {
    if (!has(name)) {
      missing(name, "forms.fault.needed");
    }
    LocalDate day = day(name);
    if (day != null && day.isAfter(today)) {
      fault(name, "forms.fault.ahead", day.toString(), today.toString());
    }
    return day == null || day.isAfter(today) ? today : day;
  }

  /** Service on both parties: each a day or nothing, neither ahead nor before the decision. */
  public Service service(LocalDate decided, LocalDate today) {
    return new Service(served("servedPerson", decided, today), served("servedInstitution", decided, today));
  }

  private @Nullable LocalDate served(String name, LocalDate decided, LocalDate today) {
    LocalDate day = day(name);
    if (day != null && day.isAfter(today)) {
      fault(name, "forms.fault.ahead", day.toString(), today.toString());
    } else if (day != null && day.isBefore(decided)) {
      fault(name, "forms.fault.served-before", day.toString(), decided.toString());
    }
    return day;
  }

  /** A whole number from 1 on; 1 while it cannot be read. */
  public int count(String name, int most) {
    String text = narrow(name);
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    if (text.isEmpty()) {
      missing(name, "forms.fault.needed");
    } else {
      fault(name, "forms.fault.count", most);
    }
    return 1;
  }

  /** An amount in yuan with at most two places, not below nothing; nothing when the field is empty. */
  public Money money(String name) {
    String text = narrow(name).replace(",", "");
    if (text.isEmpty()) {
      return Money.ZERO;
    }
    if (text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
      return Money.ofYuan(text);
    }
    fault(name, "forms.fault.money", text(name));
    return Money.ZERO;
  }

  private String narrow(String name) {
    return Normalizer.normalize(text(name), Normalizer.Form.NFKC).strip();
  }
}
