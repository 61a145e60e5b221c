package cn.xingheng.law.editions;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.InForce;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.OutsideMeasure;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.rulebook.Window;
import cn.xingheng.core.standing.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An edition as lines that people read: parameters, items, rules and readings, each with its article. */
public final class EditionText {

  private final List<String> lines = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final Edition edition;

  private EditionText(Edition edition) {
    this.edition = edition;
  }

  /**
   * 「规则条目」 One thing that an edition says.
   *
   * @param value its numbers or words; empty when the gloss says it all
   */
  public record Entry(String name, String value, Citation citation, String gloss) {}

  /** 「规则部分」 What belongs together; the parameters have no title. */
  public record Part(String title, List<Entry> entries) {
    public Part {
      entries = List.copyOf(entries);
    }
  }

  /** The lines. */
  public static List<String> lines(Edition edition) {
    return List.copyOf(of(edition).lines);
  }

  /** The same, part by part. */
  public static List<Part> parts(Edition edition) {
    return of(edition).parts.stream().filter(part -> !part.entries().isEmpty()).toList();
  }

  private static EditionText of(Edition edition) {
    EditionText text = new EditionText(edition);
    text.head();
    text.account();
    text.process();
    text.institutions();
    text.catalogue();
    text.rules();
    text.grounds();
    text.measures();
    text.duties();
    text.causes();
    text.readings();
    return text;
  }

  private void head() {
    InForce days = edition.inForce();
    lines.add(edition.id() + "  " + edition.title());
    lines.add("  文件  " + String.join("；", edition.documents()));
    lines.add("  指纹  " + edition.hash());
    String unconfirmed = days.reading() == null ? "" : "，待经办机构确认（读法 " + days.reading() + "）";
    entry("施行", days.from() + " 至 " + (days.through() == null ? "另行规定" : days.through()) + unconfirmed,
        days.citation(), days.gloss());
  }

  private void account() {
    section("参数");
    var points = edition.points();
    String window = points.window() == Window.YEAR ? "每年" : "每个协议期";
    entry("记分", window + (points.budget() == null ? "，只累加" : " " + points.budget() + " 分"),
        points.citation(), points.gloss());
    entry("编码", edition.codes().physician(), edition.codes().citation(), edition.codes().gloss());
    var terms = edition.terms();
    entry("协议", (terms.months() == null ? "随机构协议" : terms.months() + " 个月") + (terms.renews() ? "，自动延签" : "，另行续签"),
        terms.citation(), terms.gloss());
    var release = edition.release();
    entry("申请解除", "提前 " + release.workingDays() + " 个工作日", release.citation(), release.gloss());
    if (edition.visits() != null) {
      entry("来院服务", edition.visits().months() + " 个月以内", edition.visits().citation(), edition.visits().gloss());
    }
    if (edition.declaration() != null) {
      var declaration = edition.declaration();
      entry("年度申报", "至 " + declaration.until().getMonthValue() + " 月 " + declaration.until().getDayOfMonth() + " 日",
          declaration.citation(), declaration.gloss());
    }
    entry("急诊抢救", "例外", edition.emergency().citation(), edition.emergency().gloss());
  }

  private void process() {
    var notice = edition.notice();
    entry("提前告知", notice.workingDays() + " 个工作日", notice.citation(), notice.gloss());
    var bar = edition.bar();
    entry("禁入", (bar.withTerm() ? "不短于协议期" : "不随协议期") + (bar.fraud() == null ? "" : "，骗保" + range(bar.fraud(), "年")),
        bar.citation(), bar.gloss());
    Resumption resumption = edition.resumption();
    entry("恢复", switch (resumption) {
      case Resumption.Automatic _ -> "期满自行恢复";
      case Resumption.OnApproval way -> "期满前 " + way.window() + " 个工作日内申请，" + way.answer() + " 个工作日内答复";
    }, resumption.citation(), resumption.gloss());
    if (edition.reapplication() != null) {
      var again = edition.reapplication();
      entry("重新申请", "期满前 " + again.window() + " 个工作日内申请，" + again.answer() + " 个工作日内答复",
          again.citation(), again.gloss());
    }
    if (edition.objection() != null) {
      entry("异议", edition.objection().workingDays() + " 个工作日内", edition.objection().citation(),
          edition.objection().gloss());
    }
  }

  private void institutions() {
    entry("机构连带", "", edition.cascade().citation(), edition.cascade().gloss());
    edition.institutionTiers().forEach(tier ->
        entry("机构档次 " + tier.id(), tier.points() + " 分或占比 " + tier.share(), tier.citation(), tier.gloss()));
    if (edition.honour() != null) {
      entry("荣誉", edition.honour().months() + " 个月", edition.honour().citation(), edition.honour().gloss());
    }
    if (edition.fund() != null) {
      entry("奖励金", "不高于 " + edition.fund().percent() + "%", edition.fund().citation(), edition.fund().gloss());
    }
    if (!edition.grades().isEmpty()) {
      lines.add("  考评等次  " + String.join("、", edition.grades()));
    }
  }

  private void catalogue() {
    section("扣分条目（" + edition.catalogue().size() + " 项）");
    for (Item item : edition.catalogue().values()) {
      entry(item.id(), item.points() + " 分", item.citation(), item.gloss());
    }
  }

  private void rules() {
    section("处理规则（" + edition.rules().size() + " 条）");
    for (Rule rule : edition.rules()) {
      String over = rule.over().isEmpty()
          ? "" : "，优先于 " + rule.over().stream().sorted().collect(Collectors.joining("、"));
      String force = rule.force() == Force.MUST ? "应当" : "可以";
      entry(rule.id(), when(rule.trigger()) + "，" + force + then(rule.consequence()) + over,
          rule.citation(), rule.gloss());
    }
  }

  private static String when(Trigger trigger) {
    return switch (trigger) {
      case Trigger.EachDeduction _ -> "每次扣分";
      case Trigger.Total total -> (total.window() == Window.YEAR ? "年内" : "协议期内") + "累计" + range(total.band(), "分");
      case Trigger.AtOnce atOnce -> "一次性 " + atOnce.points() + " 分";
      case Trigger.Streak streak -> "连续 " + streak.years() + " 年每年 " + streak.atLeast() + " 分以上";
    };
  }

  private static String then(Consequence consequence) {
    return switch (consequence) {
      case Consequence.Interview _ -> "约谈";
      case Consequence.Suspend suspend -> "暂停" + range(suspend.months(), "个月");
      case Consequence.Terminate terminate -> "解除，" + range(terminate.barYears(), "年") + "不得签订";
    };
  }

  private void grounds() {
    var findings = edition.findings();
    if (findings == null) {
      return;
    }
    section("不以扣分为据的事由：暂停" + range(findings.months(), "个月") + "，解除后禁入" + range(findings.barYears(), "年"));
    new TreeMap<>(findings.grounds()).forEach(this::clause);
  }

  private void measures() {
    section("其他机关的措施");
    new TreeMap<>(edition.measures()).forEach((word, measure) ->
        entry(word, effect(measure), measure.citation(), measure.gloss()));
  }

  private static String effect(OutsideMeasure measure) {
    return (measure.ends() ? "协议结束" : "停止结算") + (measure.approval() ? "，经同意恢复" : "")
        + (measure.terminate() ? "，应当解除" : "") + (measure.ground() == null ? "" : "，事由 " + measure.ground());
  }

  private void duties() {
    section("告知义务");
    for (DutyRule rule : edition.duties()) {
      entry(rule.duty().word(), rule.on().stream().sorted().map(DutyRule.Event::word).collect(Collectors.joining("、")),
          rule.citation(), rule.gloss());
    }
  }

  private void causes() {
    section("原因与条文");
    Arrays.stream(Cause.values()).map(Cause::word).forEach(word -> clause(word, edition.causes().get(word)));
  }

  private void readings() {
    section("读法（" + edition.readings().size() + " 个）");
    for (Reading reading : edition.readings().values()) {
      String others = reading.alternatives().isEmpty() ? "" : "（可选 " + String.join("、", reading.alternatives()) + "）";
      entry(reading.key().word(), reading.word() + others, reading.citation(), reading.reason());
    }
    String unused = Arrays.stream(ReadingKey.values())
        .filter(key -> !edition.readings().containsKey(key))
        .map(ReadingKey::word).collect(Collectors.joining("、"));
    if (!unused.isEmpty()) {
      lines.add("  不用  " + unused);
    }
  }

  private static String range(Range range, String unit) {
    if (range.fixed()) {
      return " " + range.from() + " " + unit;
    }
    return " " + range.from() + (range.through() == null ? " " + unit + "以上" : " 至 " + range.through() + " " + unit);
  }

  private void section(String title) {
    parts.add(new Part(title, List.of()));
    lines.add("");
    lines.add(title);
  }

  private void clause(String name, @Nullable Clause clause) {
    if (clause != null) {
      entry(name, "", clause.citation(), clause.gloss());
    }
  }

  private void entry(String name, String value, Citation citation, String gloss) {
    Part last = parts.isEmpty() ? new Part("", List.of()) : parts.removeLast();
    List<Entry> entries = new ArrayList<>(last.entries());
    entries.add(new Entry(name, value, citation, gloss));
    parts.add(new Part(last.title(), entries));
    lines.add("  " + name + "  " + (value.isEmpty() ? "" : value + "  ") + "【" + citation + "】 " + gloss);
  }
}
