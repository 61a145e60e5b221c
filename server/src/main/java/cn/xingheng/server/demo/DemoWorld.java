package cn.xingheng.server.demo;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.server.register.Organisation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The invented world: organisations, accounts and institutions at once, physicians one by one as they are asked for.
 *
 * <p>The same seed, day and number give the same world, fact by fact. Nothing in it lies after the day it was made for.
 */
public final class DemoWorld {

  /** Fewer physicians than this leave no room for those who are always there. */
  public static final int FEWEST = 200;

  /** More than this would not fit the codes of some editions. */
  public static final int MOST = 500_000;

  /** What a world has when nobody says otherwise. */
  public static final int USUAL = 6_000;

  private static final long FIXED = 20_190_101L;
  private static final int TRIES = 3;
  private static final int TRIES_NOTABLE = 60;

  private final long seed;
  private final int physicians;
  private final WorldFile file;
  private final Places places;
  private final Map<String, Province> provinces = new LinkedHashMap<>();
  private final Teller teller;
  private final List<Places.Place> tiers = new ArrayList<>();
  private final List<Teller.Told> cast;

  private DemoWorld(long seed, LocalDate today, int physicians) {
    this.seed = seed;
    this.physicians = physicians;
    this.file = WorldFile.shipped();
    this.places = new Places(file);
    for (WorldFile.Province province : file.provinces()) {
      Law law = new Law(Editions.load(province.edition(), Path.of("")), HolidayTables.shipped());
      List<Places.Place> own =
          places.all().stream().filter(place -> place.province().equals(province.id())).toList();
      provinces.put(province.id(), new Province(law, today, own));
      own.forEach(place -> tiers.addAll(atTier(place, law.edition().institutionTiers())));
    }
    this.teller = new Teller(provinces, places, new Identities(file));
    this.cast = IntStream.range(0, file.cast().size()).mapToObj(this::cast).toList();
  }

  /**
   * Plans a world.
   *
   * @param today the last day anything happens on
   * @param physicians from {@link #FEWEST} to {@link #MOST}
   */
  public static DemoWorld plan(long seed, LocalDate today, int physicians) {
    if (physicians < FEWEST || physicians > MOST) {
      throw new IllegalArgumentException(
          "a demo world has " + FEWEST + " to " + MOST + " physicians, not " + physicians);
    }
    return new DemoWorld(seed, today, physicians);
  }

  /** Every organisation, those above before those below. */
  public List<Organisation> organisations() {
    return places.organisations();
  }

  /** The facts about institutions, and about money, by the id of the province. */
  public Map<String, List<Fact>> institutionFacts() {
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    provinces.forEach((id, province) -> facts.put(id, province.facts()));
    return facts;
  }

  /** What each province was reckoned under, by its id. */
  public Map<String, Law> laws() {
    Map<String, Law> laws = new LinkedHashMap<>();
    provinces.forEach((id, province) -> laws.put(id, province.law()));
    return laws;
  }

  /** The accounts to sign in with, without passwords. */
  public List<DemoAccount> accounts() {
    return file.accounts();
  }

  /** The institution that is to hold a key of the claims check. */
  public InstitutionId keyHolder() {
    return new InstitutionId(file.keyHolder());
  }

  /** The physicians worth looking up; one whose story this day does not allow is left out. */
  public List<Notable> notable() {
    List<Notable> notable = new ArrayList<>();
    for (int i = 0; i < cast.size(); i++) {
      WorldFile.Cast part = file.cast().get(i);
      Teller.Told told = cast.get(i);
      if (told.asPlotted()) {
        notable.add(new Notable(
            part.key(), told.physician().person().id(), part.name(), new InstitutionId(part.at()),
            Figures.fill(part.text(), told.tale())));
      }
    }
    return notable;
  }

  /** All physicians, told one by one; a world may be asked several times, but not by two threads at once. */
  public Stream<DemoPhysician> physicians() {
    return IntStream.range(0, physicians).mapToObj(this::physician);
  }

  private DemoPhysician physician(int index) {
    if (index < cast.size()) {
      return cast.get(index).physician();
    }
    int reserved = cast.size() + tiers.size();
    int number = index + 1;
    if (index < reserved) {
      Places.Place place = tiers.get(index - cast.size());
      return teller.tell(number, new Places.Slot(place, number), Plot.MINOR_NOW, null, TRIES, seed).physician();
    }
    Places.Slot slot = places.slot(index - reserved, reserved);
    Plot plot = slot.place().plain()
        ? Plot.any(Objects.requireNonNull(provinces.get(slot.place().province())).law().edition(),
            new Chance(~seed, number))
        : Plot.QUIET;
    return teller.tell(number, slot, plot, null, TRIES, seed).physician();
  }

  private Teller.Told cast(int index) {
    WorldFile.Cast part = file.cast().get(index);
    int number = index + 1;
    Places.Slot slot = new Places.Slot(places.of(part.at()), number);
    return teller.tell(number, slot, part.plot(), part.name(), TRIES_NOTABLE, FIXED);
  }

  /** The place once for each physician with one light deduction, so that it is just below its lowest tier, or on it. */
  private List<Places.Place> atTier(Places.Place place, List<InstitutionTier> steps) {
    WorldFile.State state = place.site().state();
    boolean near = state == WorldFile.State.NEAR_TIER;
    if (steps.isEmpty() || (!near && state != WorldFile.State.TIER)) {
      return List.of();
    }
    int lightest = Objects.requireNonNull(provinces.get(place.province())).scale().lightest();
    int points = steps.getFirst().points();
    int needed = near ? (points - 1) / lightest : (points + lightest - 1) / lightest;
    return Collections.nCopies(needed, place);
  }
}
