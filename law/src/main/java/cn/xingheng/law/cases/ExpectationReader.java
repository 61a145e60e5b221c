package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes expectations of the list {@code expect}. */
final class ExpectationReader {

  private final Set<FactId> facts;

  /** Reads expectations about these facts. */
  ExpectationReader(Set<FactId> facts) {
    this.facts = facts;
  }

  List<Expectation> read(Element expect) {
    List<Element> elements = expect.listOfSome();
    if (elements.size() > Limits.EXPECTATIONS) {
      throw expect.refuse("一个案例最多 " + Limits.EXPECTATIONS + " 条预期，这里有 " + elements.size() + " 条", "拆成多个案例");
    }
    Faults faults = new Faults();
    List<Expectation> all = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      int index = i;
      faults.find(() -> entry(index, elements.get(index))).ifPresent(all::addAll);
    }
    faults.throwAny();
    return all;
  }

  private List<Expectation> entry(int index, Element element) {
    Fields fields = Fields.of(element);
    List<Row> rows = Row.of(fields.keys());
    if (rows.isEmpty()) {
      throw unclear(fields);
    }
    Set<String> required = new LinkedHashSet<>();
    Set<String> optional = new LinkedHashSet<>(List.of("known"));
    for (Row row : rows) {
      required.addAll(row.required());
      optional.addAll(row.optional());
      optional.addAll(row.wants());
    }
    fields.check(required, optional);
    List<Expectation> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(expectation(row, index, fields));
    }
    return all;
  }

  private static RuntimeException unclear(Fields fields) {
    Set<String> known = Row.allKeys();
    Faults faults = new Faults();
    for (String key : fields.keys()) {
      if (!known.contains(key)) {
        faults.add(new Fault(fields.keyPlace(key), "不认识的字段 `" + key + "`", Near.hint(key, known)));
      }
    }
    faults.throwAny();
    return fields.refuse("这条预期没有写要核对什么，或字段不能这样搭配：" + String.join("、", fields.keys()),
        "补上要核对的字段，例如 points、standing、due、verdict");
  }

  private Expectation expectation(Row row, int index, Fields fields) {
    LocalDate known = row == Row.CHANGED ? null : fields.dayOrNull("known");
    Ask ask = new Ask(index, fields.line(), known, Wants.of(row, fields));
    if (ask.wants().isEmpty()) {
      throw fields.refuse("这条预期没有写要核对什么", "补上 " + String.join("、", row.wants()) + " 之一");
    }
    return switch (row) {
      case CLAIM -> fields.read("claim", element -> claim(ask, element));
      case CHANGED -> changed(ask, fields);
      case TAKEN -> taken(ask, fields);
      case SPAN -> new Expectation.SanctionSpan(span(ask, fields), fact(fields, "sanction"));
      case RESUME_WINDOW -> new Expectation.ResumeWindow(ask, fact(fields, "sanction"));
      case EARLIEST_EFFECT -> new Expectation.EarliestEffect(ask, fact(fields, "sanction"));
      case OBJECTION -> new Expectation.ObjectionThrough(ask, fact(fields, "of"));
      case ANSWER -> answer(ask, fields);
      case BAR -> new Expectation.BarOf(ask, fields.person("person"));
      case INSTITUTION -> new Expectation.InstitutionOn(ask, fields.day("on"), fields.institution("institution"));
      case HONOUR -> new Expectation.HonourOn(ask, fields.day("on"), fields.person("person"));
      case FUND -> new Expectation.FundOn(ask, fields.day("on"));
      case STATE -> new Expectation.StateOn(
          ask, fields.day("on"), fields.person("person"), fields.institutionOrNull("at"),
          fields.numberOrNull("year", Limits.FIRST_DAY.getYear(), Limits.LAST_DAY.getYear()));
    };
  }

  private static Ask span(Ask ask, Fields fields) {
    if (Boolean.TRUE.equals(ask.wants().get("void")) && ask.wants().size() > 1) {
      throw fields.refuse("void", "无效的处理没有起止日", "`void: true` 与 `from`、`through` 只写一样");
    }
    return ask;
  }

  private static Expectation claim(Ask ask, Element claim) {
    Fields fields = Fields.of(claim);
    fields.check(List.of("at", "person", "institution", "setting"), List.of());
    @Nullable PersonId person = fields.get("person").is("") ? null : fields.person("person");
    String setting =
        fields.word("setting", Arrays.stream(Setting.values()).map(Setting::word).toList());
    return new Expectation.ClaimLine(
        ask, fields.read("at", Days::time), person, fields.institution("institution"),
        Setting.find(setting).orElseThrow());
  }

  private static Expectation changed(Ask ask, Fields fields) {
    Fields line = fields.read("changed", Fields::of);
    line.check(List.of("person", "at"), List.of());
    List<Element> known = fields.read("known", Element::list);
    if (known.size() != 2) {
      throw fields.refuse("known", "`known` 应当是两个日期，这里有 " + known.size() + " 个", "写成 [前一日, 后一日]");
    }
    LocalDate before = Days.day(known.get(0));
    LocalDate after = Days.day(known.get(1));
    fields.inOrder("known", before, after);
    return new Expectation.Changed(ask, line.person("person"), line.institution("at"), before, after);
  }

  private Expectation taken(Ask ask, Fields fields) {
    List<String> outcomes = List.of("refused", "accepted", "held").stream().filter(fields::has).toList();
    if (outcomes.size() > 1) {
      throw fields.refuse(outcomes.get(1), "一条预期只能写 refused、accepted、held 之一", "分成两条");
    }
    if (outcomes.contains("accepted") && fields.has("because")) {
      throw fields.refuse("because", "受理不需要理由", "去掉 `because`，或把 accepted 改成 refused");
    }
    return new Expectation.TakenOrNot(ask, fact(fields, outcomes.getFirst()));
  }

  private Expectation answer(Ask ask, Fields fields) {
    if (fields.has("of")) {
      return new Expectation.AnswerBy(ask, fact(fields, "of"), null);
    }
    return new Expectation.AnswerBy(ask, null, fields.person("person"));
  }

  private FactId fact(Fields fields, String key) {
    FactId id = fields.fact(key);
    if (!facts.contains(id)) {
      throw fields.refuse(key, "没有编号为 `" + id + "` 的事实",
          Near.hint(id.value(), facts.stream().map(FactId::value).toList()));
    }
    return id;
  }
}
