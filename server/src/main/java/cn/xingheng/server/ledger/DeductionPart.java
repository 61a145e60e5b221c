package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.server.house.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a deduction: what they offer, what they say, and how a recorded one fills them. */
final class DeductionPart {
  private static final int MOST_TIMES = 999;
  private final Scene scene;
  private final boolean whole;

  /**
   * The fields before a scene.
   *
   * @param whole whether the document and what happened are asked for; a correction has its own reason
   */
  DeductionPart(Scene scene, boolean whole) {
    this.scene = scene;
    this.whole = whole;
  }

  DeductionSheet sheet() {
    SortedMap<Integer, List<Item>> items = new TreeMap<>();
    for (Item item : scene.law().edition().catalogue().values()) {
      items.computeIfAbsent(item.points(), points -> new ArrayList<>()).add(item);
    }
    Map<String, String> sites = new LinkedHashMap<>();
    scene.sites().forEach(site -> sites.put(site.value(), scene.name(site)));
    return new DeductionSheet(sites, items, incidents());
  }

  private SequencedMap<String, String> incidents() {
    SequencedMap<String, String> incidents = new LinkedHashMap<>();
    for (Entry entry : scene.dossier().ledger().entries()) {
      String incident = entry.fact().incident();
      if (incident != null) {
        incidents.merge(
            incident, entry.item().id() + " " + entry.item().gloss(), (one, other) -> one + "；" + other);
      }
    }
    return incidents;
  }

  /** The deduction that the fields say, or null while they do not say where, what and when. */
  @Nullable Draft draft(Fields fields) {
    LocalDate on = fields.past("on", scene.today());
    Map<String, InstitutionId> sites = new LinkedHashMap<>();
    scene.sites().forEach(site -> sites.put(site.value(), site));
    if (fields.has("at") && !sites.containsKey(fields.text("at"))) {
      throw Problem.notFound();
    }
    InstitutionId at = fields.among("at", sites).orElse(null);
    Item item = fields.among("item", scene.law().edition().catalogue()).orElse(null);
    String incident = incident(fields);
    LocalDate from = fields.has("actFrom") ? fields.past("actFrom", scene.today()) : null;
    if (from == null) {
      fields.needed("actFrom");
    }
    LocalDate through = fields.has("actThrough") ? fields.past("actThrough", scene.today()) : from;
    int times = fields.count("times", MOST_TIMES);
    Money loss = fields.money("loss");
    String text = whole ? fields.needed("text") : "";
    String document = whole ? fields.needed("document") : fields.text("document");
    Service served = fields.service(on, scene.today());
    if (from == null || through == null || at == null || item == null) {
      return null;
    }
    if (through.isBefore(from)) {
      fields.fault("actThrough", "forms.fault.act-order", through.toString(), from.toString());
      return null;
    }
    String decision = document.isEmpty() ? null : document;
    return new Draft(
        on, at,
        head -> new Deducted(
            head, scene.person(), at, item.id(), times, from, through, incident, decision, served, loss, null),
        decision, text);
  }

  /** An incident already known, or the name of a new one, or null for one of its own. */
  private static @Nullable String incident(Fields fields) {
    return fields.has("incident") ? fields.optional("incident") : fields.optional("incidentName");
  }

  static Map<String, String> start(Scene scene) {
    Map<String, String> start = new LinkedHashMap<>();
    start.put("on", scene.today().toString());
    start.put("times", "1");
    if (scene.sites().size() == 1) {
      start.put("at", scene.sites().getFirst().value());
    }
    return start;
  }

  static Map<String, String> of(Deducted fact) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("on", fact.on().toString());
    values.put("at", fact.at().value());
    values.put("item", fact.item());
    values.put("incident", fact.incident() == null ? "" : fact.incident());
    values.put("incidentName", "");
    values.put("actFrom", fact.actFrom().toString());
    values.put("actThrough", fact.actThrough().equals(fact.actFrom()) ? "" : fact.actThrough().toString());
    values.put("times", Integer.toString(fact.times()));
    values.put("loss", fact.loss().fen() == 0 ? "" : fact.loss().yuan());
    values.put("document", fact.decision() == null ? "" : fact.decision());
    served(values, fact.served());
    return values;
  }

  /** How recorded service fills its fields. */
  static void served(Map<String, String> values, Service served) {
    LocalDate person = served.person();
    LocalDate institution = served.institution();
    values.put("servedPerson", person == null ? "" : person.toString());
    values.put("servedInstitution", institution == null ? "" : institution.toString());
  }
}
