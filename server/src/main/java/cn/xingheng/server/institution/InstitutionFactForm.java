package cn.xingheng.server.institution;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.server.ledger.Fields;
import cn.xingheng.server.register.Organisation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The forms about an institution's own agreement: what they start with and which fact they make. */
final class InstitutionFactForm {
  private static final int MOST_PHYSICIANS = 999_999;
  private static final Map<String, Integer> LEVELS =
      IntStream.rangeClosed(0, 3).boxed().collect(Collectors.toMap(String::valueOf, Function.identity()));

  private InstitutionFactForm() {}

  /** The kind of form that asks what this fact says. */
  static String asks(InstitutionFact fact) {
    return switch (fact) {
      case InstitutionFact.Opened opened -> "open";
      case InstitutionFact.Halted halted -> "halt";
      case InstitutionFact.Restored restored -> "restore";
      case InstitutionFact.Closed closed -> "end";
    };
  }

  /** What a new form starts with. */
  static Map<String, String> start(String kind, Organisation one, LocalDate today) {
    Map<String, String> start = new HashMap<>(Map.of("on", today.toString(), "from", today.toString()));
    if (kind.equals("open") && one.level() != null) {
      start.put("level", one.level().toString());
    }
    return start;
  }

  /** What a correction starts with: the fact as it stands. */
  static Map<String, String> start(InstitutionFact fact, LocalDate today) {
    Map<String, String> start = new HashMap<>(Map.of("on", today.toString(), "decided", fact.on().toString()));
    switch (fact) {
      case InstitutionFact.Opened opened -> {
        start.put("level", Integer.toString(opened.level()));
        start.put("from", opened.from().toString());
        start.put("through", opened.through() == null ? "" : opened.through().toString());
        start.put("physicians", opened.physicians() == null ? "" : opened.physicians().toString());
      }
      case InstitutionFact.Halted halted -> {
        start.put("from", halted.from().toString());
        start.put("through", halted.through() == null ? "" : halted.through().toString());
      }
      case InstitutionFact.Restored restored -> start.put("from", restored.from().toString());
      case InstitutionFact.Closed closed -> start.put("from", closed.from().toString());
    }
    return start;
  }

  /** The first day from which the fact changes something. */
  static LocalDate day(Fact fact) {
    return switch (fact) {
      case InstitutionFact.Opened opened -> opened.from();
      case InstitutionFact.Halted halted -> halted.from();
      case InstitutionFact.Restored restored -> restored.from();
      case InstitutionFact.Closed closed -> closed.from();
      case Corrected corrected -> day(corrected.as());
      case Fact other -> other.on();
    };
  }

  /** Makes the fact; what is wrong with a field is noted there. */
  static Function<Head, Fact> fact(String kind, Organisation one, @Nullable InstitutionFact of, Fields fields) {
    if (kind.equals("withdraw")) {
      FactId id = Objects.requireNonNull(of).id();
      return head -> new Withdrawn(head, id);
    }
    if (kind.equals("correct")) {
      InstitutionFact before = Objects.requireNonNull(of);
      LocalDate given = fields.day("decided");
      LocalDate decided = given == null || given.isAfter(before.recorded()) ? before.on() : given;
      if (given == null || given.isAfter(before.recorded())) {
        fields.fault("decided", "institutionfacts.fault.decided", before.recorded().toString());
      }
      Fact as = plain(asks(before), one, fields).apply(new Head(before.id(), decided, before.recorded()));
      return head -> new Corrected(head, before.id(), as);
    }
    return plain(kind, one, fields);
  }

  private static Function<Head, Fact> plain(String kind, Organisation one, Fields fields) {
    InstitutionId institution = new InstitutionId(one.id());
    LocalDate from = first(fields);
    return switch (kind) {
      case "open" -> {
        RegionId region = new RegionId(Objects.requireNonNull(one.region()));
        int level = fields.among("level", LEVELS).orElse(0);
        LocalDate through = last(fields, from);
        Integer physicians = fields.has("physicians") ? fields.count("physicians", MOST_PHYSICIANS) : null;
        yield head -> new InstitutionFact.Opened(head, institution, region, level, from, through, physicians);
      }
      case "halt" -> {
        LocalDate through = last(fields, from);
        yield head -> new InstitutionFact.Halted(head, institution, from, through, List.of());
      }
      case "restore" -> head -> new InstitutionFact.Restored(head, institution, from);
      case "end" -> head -> new InstitutionFact.Closed(head, institution, from, List.of());
      default -> throw new IllegalArgumentException("no form " + kind);
    };
  }

  private static LocalDate first(Fields fields) {
    LocalDate from = fields.day("from");
    if (from == null) {
      fields.fault("from", "forms.fault.needed");
    }
    return from == null ? LocalDate.EPOCH : from;
  }

  private static @Nullable LocalDate last(Fields fields, LocalDate from) {
    LocalDate through = fields.day("through");
    if (through != null && through.isBefore(from)) {
      fields.fault("through", "institutionfacts.fault.through", through.toString(), from.toString());
    }
    return through;
  }
}
