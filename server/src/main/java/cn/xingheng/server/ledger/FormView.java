package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.standing.State;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.house.Words;
import cn.xingheng.server.register.CodeGrant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown.
 *
 * @param act the word of the act
 * @param sheet what the form offers to choose from; its type is the act's
 * @param panel what will follow, or null while the form says too little
 * @param notices what happened to the last try, in sentences
 */
public record FormView(
    String act, Scene scene, Fields fields, Object sheet, @Nullable WhatIf panel, List<Sentence> notices) {

  public FormView {
    notices = List.copyOf(notices);
  }

  /** Where the form is sent to. */
  public String path() {
    String fact = scene.fact() == null ? "" : "/facts/" + scene.fact();
    return dossier() + fact + "/" + act;
  }

  /** The dossier, the way out. */
  public String dossier() {
    return "/physicians/" + scene.person();
  }

  /** What stands in a field. */
  public String value(String name) {
    return fields.text(name);
  }

  /** Whether this choice stands in a field. */
  public boolean chosen(String name, String value) {
    return fields.text(name).equals(value);
  }

  /** The site that the head of the page speaks of. */
  public InstitutionId site() {
    return panel == null ? scene.sites().getFirst() : panel.foresight().site();
  }

  /** The state there today, with nothing recorded. */
  public State state() {
    return scene.state(site());
  }

  /** The codes of the physician. */
  public String codes() {
    return scene.found().codes().stream().map(CodeGrant::code).collect(Collectors.joining(" "));
  }

  /** Where an article is to be read. */
  public Function<String, Cited> articles() {
    String edition = scene.law().edition().id();
    return article -> new Cited(article, "/rules/" + edition + "#cite-" + article);
  }

  /** The seal of the panel shown; empty when none is. */
  public String seal() {
    return panel == null ? "" : panel.seal();
  }

  /** Why the button does not work, or null when it does. */
  public @Nullable String blocked(Words words) {
    if (panel == null) {
      return words.say("forms.blocked.panel");
    }
    if (!panel.foresight().accepted()) {
      return words.say("forms.blocked.refused");
    }
    return panel.foresight().displaced().isEmpty() ? null : words.say("forms.blocked.displaced");
  }
}
