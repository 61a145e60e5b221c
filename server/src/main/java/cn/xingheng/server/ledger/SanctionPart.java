package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.foresight.Counting;
import cn.xingheng.core.rulebook.Findings;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.sanction.Basis;
import cn.xingheng.core.sanction.Effect;
import cn.xingheng.core.sanction.Sanctions;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.ledger.SanctionSheet.GroundOffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a suspension or a termination: what the law offers, what they say, how a recorded one fills them. */
public final class SanctionPart {
  private static final int LONGEST = 999;
  private final Scene scene;
  private final FactKind kind;
  private final @Nullable SanctionDecision original;

  /**
   * The fields before a scene.
   *
   * @param kind {@link FactKind#SUSPENDED} or {@link FactKind#TERMINATED}
   * @param original the decision that is corrected, or null for a new one
   */
  public SanctionPart(Scene scene, FactKind kind, @Nullable SanctionDecision original) {
    this.scene = scene;
    this.kind = kind;
    this.original = original;
  }

  /** What the fields say; without a ground when the law offers none. */
  record Read(
      LocalDate on, @Nullable RegionId by, @Nullable String ground, @Nullable Integer length, boolean fraud,
      Service served, @Nullable LocalDate from) {}

  /** The decision that the fields say, or null while they do not say whose and on what ground. */
  public @Nullable Draft draft(Fields fields) {
    Read read = read(fields);
    String text = original == null ? fields.needed("text") : "";
    String document = original == null ? fields.needed("document") : fields.text("document");
    if (read == null) {
      return null;
    }
    return new Draft(
        read.on, scene.siteIn(read.by), head -> decision(head, read, read.length, read.served),
        document.isEmpty() ? null : document, text);
  }

  private @Nullable Read read(Fields fields) {
    LocalDate on = fields.past("on", scene.today());
    Service served = fields.service(on, scene.today());
    RegionId by = by(fields);
    if (by == null && (original == null || original.by() != null)) {
      return null;
    }
    boolean fraud = terminates() && fields.has("fraud");
    Read bare = new Read(on, by, null, null, fraud, served, null);
    SequencedMap<String, List<Basis>> grounds = grounds(bare);
    String ground = ground(fields, grounds);
    List<Basis> bases = bases(grounds, ground);
    Integer length = length(fields, bases, fraud);
    return new Read(on, by, ground, length, fraud, served, from(fields, served));
  }

  private @Nullable RegionId by(Fields fields) {
    Map<String, RegionId> offered = new LinkedHashMap<>();
    scene.agencies().keySet().forEach(region -> offered.put(region.value(), region));
    if (!fields.has("by") && original == null) {
      scene.agencies().keySet().stream()
          .filter(region -> !grounds(new Read(scene.today(), region, null, null, false, Service.NONE, null)).isEmpty())
          .findFirst().or(() -> scene.agencies().keySet().stream().findFirst())
          .ifPresent(region -> fields.put("by", region.value()));
    }
    if (fields.has("by") && !offered.containsKey(fields.text("by"))) {
      throw Problem.notFound();
    }
    boolean unnamed = !fields.has("by") && original != null && original.by() == null;
    return unnamed ? null : fields.among("by", offered).orElse(null);
  }

  private @Nullable String ground(Fields fields, SequencedMap<String, List<Basis>> grounds) {
    if (!fields.has("ground") && !grounds.isEmpty() && original == null) {
      fields.put("ground", grounds.firstEntry().getKey());
    }
    return fields.optional("ground");
  }

  /** What a decision on this ground rests on; a recorded one that names none rests on the account. */
  private List<Basis> bases(SequencedMap<String, List<Basis>> grounds, @Nullable String ground) {
    if (ground != null) {
      return grounds.getOrDefault(ground, List.of());
    }
    return original == null
        ? List.of()
        : Stream.of(DecisionFact.POINTS, DecisionFact.STREAK)
            .flatMap(word -> grounds.getOrDefault(word, List.of()).stream()).toList();
  }

  private @Nullable Integer length(Fields fields, List<Basis> bases, boolean fraud) {
    if (!fields.has("length") && original != null && original.length() == null) {
      return null;
    }
    if (!fields.has("length")) {
      int least = bases.isEmpty() ? 1 : Math.max(1, range(bases.getFirst(), fraud).from());
      fields.put("length", Integer.toString(least));
    }
    return fields.count("length", LONGEST);
  }

  /** The day the decision names: none while it is the first lawful day, which the field then shows. */
  private @Nullable LocalDate from(Fields fields, Service served) {
    LocalDate named = fields.day("from");
    boolean own = named != null && !fields.text("from").equals(fields.text("fromAuto"));
    if (own) {
      return named;
    }
    String lawful =
        Effect.earliest(scene.law(), served).orElse(null) instanceof Firm(LocalDate day) && original == null
            ? day.toString() : "";
    fields.put("from", lawful);
    fields.put("fromAuto", lawful);
    return null;
  }

  /** The grounds that the law offers a decision of this day and agency, each with what it rests on. */
  private SequencedMap<String, List<Basis>> grounds(Read read) {
    SequencedMap<String, List<Basis>> offered = new LinkedHashMap<>();
    List<String> words = new ArrayList<>(List.of(DecisionFact.POINTS, DecisionFact.STREAK));
    Findings findings = scene.law().edition().findings();
    if (findings != null) {
      words.addAll(new TreeMap<>(findings.grounds()).keySet());
    }
    Sanctions sanctions = scene.dossier().sanctions();
    for (String word : words) {
      Read trial = new Read(read.on, read.by, word, 1, read.fraud, read.served, null);
      List<Basis> bases =
          sanctions.bases(decision(trial)).stream()
              .filter(basis -> read.by == null || basis.account().covers(read.by))
              .filter(basis -> original != null || sanctions.usedBy(basis).isEmpty())
              .toList();
      if (!bases.isEmpty()) {
        offered.put(word, bases);
      }
    }
    return offered;
  }

  private Range range(Basis basis, boolean fraud) {
    Read trial = new Read(scene.today(), null, null, 1, fraud, Service.NONE, null);
    return scene.dossier().sanctions().range(basis, decision(trial));
  }

  /** What the fields may choose from. */
  public SanctionSheet sheet(Fields fields) {
    Read read = read(fields);
    Read known = read == null ? new Read(scene.today(), null, null, null, false, Service.NONE, null) : read;
    SequencedMap<String, List<Basis>> grounds = read == null ? new LinkedHashMap<>() : grounds(read);
    List<GroundOffer> offers = new ArrayList<>();
    grounds.forEach((word, bases) -> offers.add(offer(word, bases)));
    List<Basis> bases = bases(grounds, known.ground);
    List<Range> ranges = bases.stream().map(basis -> range(basis, known.fraud)).distinct().toList();
    boolean open = ranges.stream().anyMatch(range -> range.through() == null);
    boolean assumed = Effect.served(scene.law(), known.served).isEmpty();
    Service served = assumed ? Service.on(scene.today()) : known.served;
    return new SanctionSheet(
        terminates(), scene.agencies().keySet().stream().map(RegionId::value).toList(), offers,
        open ? List.of() : terms(ranges, known, served),
        open ? ranges.getFirst().from() : null, scene.law().edition().bar().fraud() != null,
        Counting.reckon(scene.law(), served).orElseThrow(), assumed);
  }

  private List<SanctionSheet.Term> terms(List<Range> ranges, Read read, Service served) {
    return new Terms(scene, original)
        .reckon(ranges, read.on, (head, length) -> decision(head, read, length, served));
  }

  private static GroundOffer offer(String word, List<Basis> bases) {
    String gloss =
        switch (bases.getFirst()) {
          case Basis.OnPoints points -> points.ground().rule().gloss();
          case Basis.OnFinding finding -> finding.clause().gloss();
        };
    return new GroundOffer(word, bases.getFirst().citation(), gloss);
  }

  private boolean terminates() {
    return kind == FactKind.TERMINATED;
  }

  private SanctionDecision decision(Read trial) {
    return decision(new Head(Terms.TRIAL, trial.on, trial.on), trial, trial.length, trial.served);
  }

  private SanctionDecision decision(Head head, Read read, @Nullable Integer length, Service served) {
    return terminates()
        ? new Terminated(head, scene.person(), length, read.fraud, served, read.from, read.by, read.ground)
        : new Suspended(head, scene.person(), length == null ? 1 : length, served, read.from, read.by, read.ground);
  }

  /** How a recorded decision fills the fields. */
  static Map<String, String> of(SanctionDecision fact, @Nullable String document) {
    Map<String, String> values = new LinkedHashMap<>();
    Integer length = fact.length();
    LocalDate from = fact.from();
    RegionId by = fact.by();
    values.put("on", fact.on().toString());
    values.put("by", by == null ? "" : by.value());
    values.put("ground", fact.ground() == null ? "" : fact.ground());
    values.put("length", length == null ? "" : length.toString());
    values.put("fraud", fact instanceof Terminated terminated && terminated.fraud() ? "yes" : "");
    values.put("from", from == null ? "" : from.toString());
    values.put("document", document == null ? "" : document);
    DeductionPart.served(values, fact.served());
    return values;
  }
}
