package cn.xingheng.server.demo;

import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Person;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one physician of a plot: who it is, what happened, and the codes that follow from it. */
final class Teller {

  private final Map<String, Province> provinces;
  private final Places places;
  private final Identities identities;

  Teller(Map<String, Province> provinces, Places places, Identities identities) {
    this.provinces = provinces;
    this.places = places;
    this.identities = identities;
  }

  /** A physician, and whether the plot could be told; where it could not, the physician only signed. */
  record Told(DemoPhysician physician, Tale tale, boolean asPlotted) {}

  Told tell(int number, Places.Slot slot, Plot plot, @Nullable String name, int tries, long seed) {
    Province province = Objects.requireNonNull(provinces.get(slot.place().province()));
    for (int attempt = 0; attempt < tries; attempt++) {
      Tale tale = new Tale(province, places, slot.place(), number, new Chance(seed + attempt, number));
      if (plot.tell(tale)) {
        return new Told(physician(number, slot, plot, name, tale, seed), tale, true);
      }
    }
    Tale tale = new Tale(province, places, slot.place(), number, new Chance(seed, number));
    AgreementStories.quiet(tale);
    return new Told(physician(number, slot, Plot.QUIET, name, tale, seed), tale, false);
  }

  private DemoPhysician physician(
      int number, Places.Slot slot, Plot plot, @Nullable String name, Tale tale, long seed) {
    Person person = identities.person(
        number, slot.place(), plot == Plot.MULTI_SITE, name, new Chance(Long.reverse(seed), number));
    List<Fact> facts = tale.facts().stream().sorted(Fact.ORDER).toList();
    return new DemoPhysician(person, codes(person, slot, tale, facts), facts);
  }

  /** A code for each place of practice since the first signing; cancelled when the physician has left. */
  private List<CodeGrant> codes(Person person, Places.Slot slot, Tale tale, List<Fact> facts) {
    Map<String, CodeGrant> grants = new LinkedHashMap<>();
    LocalDate until = null;
    for (Fact fact : facts) {
      if (fact instanceof Left left) {
        until = left.on();
      }
    }
    for (Fact fact : facts) {
      if (fact instanceof Signed signed && !signed.from().isAfter(tale.today())) {
        Places.Place at = places.of(signed.at().value());
        boolean home = at.equals(slot.place());
        if (home || at.site().place() != null) {
          String code = at.code(person.certificate(), slot.serial());
          grants.putIfAbsent(code, new CodeGrant(code, person.id(), signed.from(), until));
        }
      }
    }
    return List.copyOf(grants.values());
  }
}
