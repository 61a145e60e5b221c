package cn.xingheng.server.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.ledger.Act;
import cn.xingheng.server.ledger.Draft;
import cn.xingheng.server.ledger.Fields;
import cn.xingheng.server.ledger.Scene;
import cn.xingheng.server.ledger.Sentence;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 核实申报: which decision a stated suspension or termination is, or that nothing of the kind was decided. */
final class Settling implements Act {
  /** The choice that nothing of the kind was decided. */
  static final String NOTHING = "none";

  @Override
  public String word() {
    return "settle";
  }

  @Override
  public Map<String, String> start(Scene scene) {
    return Map.of("on", scene.today().toString());
  }

  @Override
  public @Nullable Draft draft(Scene scene, Fields fields) {
    Stated stated = stated(scene);
    LocalDate on = fields.past("on", scene.today());
    Map<String, String> offered = new LinkedHashMap<>(Map.of(NOTHING, NOTHING));
    decisions(scene).forEach(one -> offered.put(one.id().value(), one.id().value()));
    String by = fields.among("by", offered).orElse(null);
    String document = fields.optional("document");
    if (by == null) {
      return null;
    }
    FactId decision = by.equals(NOTHING) ? null : new FactId(by);
    String because = decision == null ? fields.needed("because") : fields.optional("because");
    String line = because == null ? null : because.replaceAll("\\s+", " ");
    String reason = decision == null && (line == null || line.isEmpty()) ? "—" : line;
    return new Draft(
        on, stated.at(), head -> new StatementSettled(head, stated.id(), decision, reason), document, null);
  }

  private static Stated stated(Scene scene) {
    if (scene.target() instanceof Stated stated) {
      return stated;
    }
    throw Problem.of(422, "forms.settle.kind");
  }

  private static List<Sanction> decisions(Scene scene) {
    return scene.dossier().sanctions().all().stream().filter(Sanction::stands).toList();
  }

  @Override
  public Object sheet(Scene scene, Fields fields) {
    return new SettleSheet(stated(scene), decisions(scene));
  }

  @Override
  public Sentence button(Foresight foresight) {
    return Sentence.of("forms.button.settle");
  }
}
