package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the facts of one case of its list {@code given}: ids first, then the rest, then corrections by their order. */
final class FactList {

  private static final List<String> HEAD = List.of("what", "on", "id", "recorded", "of");

  private final Map<FactId, RawFact> byId = new HashMap<>();
  private final Map<FactId, Fields> standing = new HashMap<>();
  private final FactReader reader = new FactReader(this::target);

  private FactList() {}

  static List<Fact> read(Element given) {
    List<Element> elements = given.list();
    if (elements.size() > Limits.FACTS) {
      throw given.refuse("一个案例最多 " + Limits.FACTS + " 条事实，这里有 " + elements.size() + " 条",
          "按人拆成多个案例，每行一个，存为 .jsonl");
    }
    return read(elements);
  }

  /** The facts of these elements, each one fact. */
  static List<Fact> read(List<Element> elements) {
    return new FactList().facts(elements);
  }

  private List<Fact> facts(List<Element> elements) {
    List<RawFact> raws = heads(elements);
    Faults faults = new Faults();
    Fact[] facts = new Fact[raws.size()];
    List<Integer> corrections = new ArrayList<>();
    for (int i = 0; i < facts.length; i++) {
      RawFact raw = raws.get(i);
      if (raw.kind() == FactKind.CORRECTED) {
        corrections.add(i);
      } else {
        int at = i;
        faults.find(() -> reader.read(raw.kind(), raw.head(), raw.fields())).ifPresent(fact -> facts[at] = fact);
      }
    }
    corrections.sort((a, b) -> RawFact.ORDER.compare(raws.get(a), raws.get(b)));
    for (int at : corrections) {
      faults.find(() -> corrected(raws.get(at))).ifPresent(fact -> facts[at] = fact);
    }
    faults.throwAny();
    return List.of(facts);
  }

  /** Kinds, days and ids; ids that a file does not give are made. */
  private List<RawFact> heads(List<Element> elements) {
    List<Draft> drafts = Faults.each(elements, FactList::draft);
    Faults faults = new Faults();
    Map<FactId, Integer> lines = new HashMap<>();
    for (Draft draft : drafts) {
      if (draft.fields().has("id")) {
        Integer before = lines.putIfAbsent(draft.fields().fact("id"), draft.fields().line());
        if (before != null) {
          faults.add(new Fault(draft.fields().keyPlace("id"),
              "编号 `" + draft.fields().id("id") + "` 用了两次，前一次在第 " + before + " 行", "换一个编号"));
        }
      }
    }
    faults.throwAny();
    List<RawFact> raws = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      FactId id = draft.fields().has("id")
          ? draft.fields().fact("id")
          : MadeId.of(draft.kind(), draft.on(), draft.fields(), name -> lines.putIfAbsent(name, 0) == null);
      RawFact raw = new RawFact(draft.kind(), new Head(id, draft.on(), draft.recorded()), draft.fields());
      byId.put(id, raw);
      raws.add(raw);
    }
    return raws;
  }

  private record Draft(FactKind kind, LocalDate on, LocalDate recorded, Fields fields) {}

  private static Draft draft(Element element) {
    Fields fields = Fields.of(element);
    Element what = fields.get("what");
    String word = fields.read("what", Element::text);
    FactKind kind = FactKind.find(word)
        .orElseThrow(() -> what.refuse("不认识的事实 `" + word + "`", Near.hint(word, kinds())));
    if (kind == FactKind.CORRECTED) {
      fields.check(List.of("what", "on", "of"), fields.keys());
    } else {
      FactShape shape = FactShape.of(kind);
      fields.check(shape.required(), shape.optional());
    }
    LocalDate on = fields.read("on", Days::dayOrTime);
    LocalDate recorded = fields.day("recorded", on);
    if (recorded.isBefore(on)) {
      throw fields.refuse("recorded", "`recorded`：录入日 " + recorded + " 早于事实发生日 " + on, "`recorded` 只在晚于 `on` 时才写");
    }
    return new Draft(kind, on, recorded, fields);
  }

  private static Collection<String> kinds() {
    return Arrays.stream(FactKind.values()).map(FactKind::word).toList();
  }

  /** The fact that {@code of} names. */
  private RawFact target(Fields fields) {
    FactId id = fields.fact("of");
    RawFact target = byId.get(id);
    if (target == null) {
      throw fields.refuse("of", "没有编号为 `" + id + "` 的事实",
          Near.hint(id.value(), byId.keySet().stream().map(FactId::value).toList()));
    }
    return target;
  }

  private Fact corrected(RawFact correction) {
    Fields change = correction.fields();
    RawFact target = target(change);
    if (target.kind() == FactKind.CORRECTED) {
      throw change.refuse("of", "`" + target.id() + "` 本身是一条更正", "直接更正原来那条事实");
    }
    FactShape shape = FactShape.of(target.kind());
    List<String> changed = change.keys().stream().filter(key -> !HEAD.contains(key)).toList();
    requireChanges(change, shape, changed);
    Fields whole = standing.getOrDefault(target.id(), target.fields())
        .changedBy(change, FactList::changedName);
    whole.check(shape.required(), shape.optional());
    standing.put(target.id(), whole);
    Head head = new Head(target.id(), whole.read("on", Days::dayOrTime), target.head().recorded());
    return new Corrected(correction.head(), target.id(), reader.read(target.kind(), head, whole));
  }

  /** The field of the target that a field of its correction changes. */
  private static Optional<String> changedName(String key) {
    if (HEAD.contains(key)) {
      return Optional.empty();
    }
    return Optional.of(key.equals("decided") ? "on" : key);
  }

  private static void requireChanges(Fields change, FactShape shape, List<String> changed) {
    if (changed.isEmpty()) {
      throw change.refuse("这条更正没有写改了什么", "补上改正后的字段，事实本身的日期写作 `decided`");
    }
    List<String> known = new ArrayList<>(shape.required());
    known.addAll(shape.optional());
    known.removeAll(HEAD);
    known.add("decided");
    for (String key : changed) {
      if (!known.contains(key)) {
        throw change.refuse(key, "被更正的事实没有字段 `" + key + "`", Near.hint(key, known));
      }
    }
  }
}
