package cn.xingheng.server.demo;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tree of organisations, and the institutions as the stories need them. */
final class Places {

  /**
   * An institution.
   *
   * @param ordinal its number among all, from 1
   * @param digit what begins its codes where they are digits only
   */
  record Place(InstitutionId id, String province, String region, int ordinal, @Nullable String digit,
      WorldFile.Site site) {

    /** A code with this institution's place, in the form of letters where it has them, else in digits. */
    String code(String certificate, int serial) {
      return site.place() != null
          ? site.place() + site.level() + certificate
          : Objects.requireNonNull(digit) + "%03d%04d".formatted(ordinal, serial);
    }

    /** Whether its physicians are told of like any other's. */
    boolean plain() {
      return site.state() == WorldFile.State.OPEN;
    }
  }

  /** Where a physician of the crowd works, and the number of the physician there. */
  record Slot(Place place, int serial) {}

  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Place> byCode = new HashMap<>();
  private final List<Place> cycle = new ArrayList<>();
  private final List<Integer> ranks = new ArrayList<>();

  Places(WorldFile file) {
    for (WorldFile.Province province : file.provinces()) {
      province(province);
    }
    turn();
  }

  private void province(WorldFile.Province province) {
    String path = province.id() + "/";
    organisations.add(new Organisation(
        province.id(), null, path, Kind.PROVINCE, province.name(), null, province.edition(), null, null));
    organisations.add(new Organisation(
        province.departmentId(), province.id(), path + province.departmentId() + "/", Kind.DEPARTMENT,
        province.departmentName(), null, null, null, null));
    for (WorldFile.Area area : province.areas()) {
      String below = path + area.id() + "/";
      organisations.add(new Organisation(
          area.id(), province.id(), below, Kind.AREA, area.name(), area.region(), null, null, null));
      for (WorldFile.Site site : area.institutions()) {
        organisations.add(new Organisation(
            site.code(), area.id(), below + site.code() + "/", Kind.INSTITUTION, site.name(), area.region(), null,
            site.place(), site.level()));
        Place place = new Place(
            new InstitutionId(site.code()), province.id(), area.region(), places.size() + 1, area.digit(), site);
        places.add(place);
        byCode.put(site.code(), place);
      }
    }
  }

  /** Lays the institutions on a wheel, each as often as its size says, spread over the turn. */
  private void turn() {
    int most = places.stream().mapToInt(place -> place.site().size()).max().orElseThrow();
    Map<Place, Integer> given = new HashMap<>();
    for (int round = 0; round < most; round++) {
      for (Place place : places) {
        int size = place.site().size();
        if ((round + 1) * size / most > round * size / most) {
          cycle.add(place);
          ranks.add(given.merge(place, 1, Integer::sum) - 1);
        }
      }
    }
  }

  List<Organisation> organisations() {
    return List.copyOf(organisations);
  }

  List<Place> all() {
    return places;
  }

  /** The institution with this national code. */
  Place of(String code) {
    return Objects.requireNonNull(byCode.get(code), code);
  }

  /** Where the physician with this number in the crowd works; each has a serial of its own there, from 1. */
  Slot slot(int number, int reserved) {
    int at = number % cycle.size();
    Place place = cycle.get(at);
    return new Slot(place, reserved + 1 + number / cycle.size() * place.site().size() + ranks.get(at));
  }

  /** Another institution of the same province, in its plain course; a bit further on each time. */
  Place other(Place place, int step) {
    List<Place> others = places.stream()
        .filter(each -> each.province().equals(place.province()) && !each.equals(place) && each.plain())
        .toList();
    return others.get(Math.floorMod(step, others.size()));
  }
}
