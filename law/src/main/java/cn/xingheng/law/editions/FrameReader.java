package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.CodeForm;
import cn.xingheng.core.rulebook.EarlierLaw;
import cn.xingheng.core.rulebook.InForce;
import cn.xingheng.core.rulebook.PointsAccount;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Release;
import cn.xingheng.core.rulebook.Terms;
import cn.xingheng.core.rulebook.Visits;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the frame: earlier laws, when an edition is in force, codes, the account, the agreement and its end. */
final class FrameReader {

  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
  private static final Pattern READING = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*-in-force");

  private final Pieces pieces;

  FrameReader(Pieces pieces) {
    this.pieces = pieces;
  }

  InForce inForce(Element element) {
    Entries entries = element.entries("from", "through", "confirmed", "reading", "cite", "gloss");
    Faults faults = new Faults();
    var from = faults.attempt(() -> entries.get("from").day(FIRST, LAST));
    var through = faults.attempt(() -> lastDay(entries.get("through")));
    var confirmed = faults.attempt(() -> entries.get("confirmed").truth());
    var reading = faults.attempt(() -> reading(entries.get("reading")));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    if (through.get().isPresent() && through.get().get().isBefore(from.get())) {
      throw entries.get("through").refuse("末日在首日 " + from.get() + " 之前", "两个日期写反了");
    }
    if (confirmed.get() == reading.get().isPresent()) {
      throw entries.get("confirmed").refuse(
          "首日已确认的不再有读法，未确认的须有读法（`reading` 在第 " + entries.get("reading").place().line() + " 行）",
          "改 `confirmed`，或把 `reading` 写成 none 或读法名");
    }
    return new InForce(from.get(), through.get().orElse(null), confirmed.get(), reading.get().orElse(null),
        cite.get(), gloss.get());
  }

  /** The earlier laws, the earliest first. */
  List<EarlierLaw> earlierLaws(Element element) {
    return Pieces.listed(element, (name, law) -> earlierLaw(law)).values().stream()
        .sorted(Comparator.comparing(EarlierLaw::through))
        .toList();
  }

  private EarlierLaw earlierLaw(Element element) {
    Entries entries = element.entries("instead-of", "through", "cite");
    Faults faults = new Faults();
    var insteadOf = faults.attempt(() -> pieces.citedName(entries.get("instead-of")));
    var through = faults.attempt(() -> entries.get("through").day(FIRST, LAST));
    var cite = faults.attempt(() -> pieces.cite(entries));
    faults.throwAny();
    return new EarlierLaw(insteadOf.get(), through.get(), cite.get());
  }

  private static Optional<LocalDate> lastDay(Element element) {
    return element.is("open") ? Optional.empty() : Optional.of(element.day(FIRST, LAST));
  }

  private static Optional<String> reading(Element element) {
    String name = Pieces.word(element);
    if (name.equals("none")) {
      return Optional.empty();
    }
    if (!READING.matcher(name).matches() || ReadingKey.find(name).isPresent()) {
      throw element.refuse("`" + name + "` 不是施行日期读法的名称", "写成如 `some-in-force`，或 none");
    }
    return Optional.of(name);
  }

  CodeForm codes(Element element) {
    Entries entries = element.entries("physician", "cite", "gloss");
    Faults faults = new Faults();
    var form = faults.attempt(() -> expression(entries.get("physician")));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new CodeForm(form.get(), cite.get(), gloss.get());
  }

  private static String expression(Element element) {
    String form = element.line(Pieces.LONGEST_LINE);
    try {
      if (Pattern.compile(form).matcher("").matches()) {
        throw element.refuse("编码形式不能放过空白的编码", "写明位数，如 `[0-9]{8}`");
      }
      return form;
    } catch (PatternSyntaxException cause) {
      throw element.refuse("编码形式不是正则表达式：" + cause.getDescription(), "括号不成对，写成如 `[0-9]{8}`");
    }
  }

  PointsAccount points(Element element) {
    Entries entries = element.entries("window", "budget", "cite", "gloss");
    Faults faults = new Faults();
    var window = faults.attempt(() -> RuleReader.window(entries.get("window")));
    var budget = faults.attempt(() ->
        Pieces.orNone(entries.get("budget"), number -> number.number(1, Pieces.MOST_POINTS)));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new PointsAccount(window.get(), budget.get().orElse(null), cite.get(), gloss.get());
  }

  Terms terms(Element element) {
    Entries entries = element.entries("term", "renews", "cite", "gloss");
    Faults faults = new Faults();
    var months = faults.attempt(() ->
        Pieces.orWord(entries.get("term"), "institution", number -> number.number(1, Pieces.MOST_MONTHS)));
    var renews = faults.attempt(() -> entries.get("renews").truth());
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Terms(months.get().orElse(null), renews.get(), cite.get(), gloss.get());
  }

  Release release(Element element) {
    Entries entries = element.entries("working-days", "cite", "leave-cite", "gloss");
    Faults faults = new Faults();
    var days = faults.attempt(() -> entries.get("working-days").number(0, Pieces.MOST_WORKING_DAYS));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var leave = faults.attempt(() -> pieces.cite(entries, "leave-cite"));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Release(days.get(), cite.get(), leave.get(), gloss.get());
  }

  Visits visits(Element element) {
    Entries entries = element.entries("months", "cite", "gloss");
    Faults faults = new Faults();
    var months = faults.attempt(() -> entries.get("months").number(1, Pieces.MOST_MONTHS));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Visits(months.get(), cite.get(), gloss.get());
  }
}
