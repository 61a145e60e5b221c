package cn.xingheng.server.demo;

import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The data file of the world, read and checked once. */
record WorldFile(
    String identityArea,
    String phone,
    List<Province> provinces,
    String keyHolder,
    List<DemoAccount> accounts,
    List<Cast> cast,
    Words words) {

  private static final String NAME = "/demo/world.yaml";
  private static final int MOST = 1000;

  record Province(String id, String name, String edition, String departmentId, String departmentName,
      List<Area> areas) {}

  /** A pooling area; {@code digit} begins the codes where they begin with one. */
  record Area(String id, String name, String region, @Nullable String digit, List<Site> institutions) {}

  /** An institution; {@code size} is its share of the physicians. */
  record Site(String code, String name, @Nullable String place, int level, int size, State state) {}

  /** What is the matter with an institution. */
  enum State {
    OPEN, HALTED, ONCE_HALTED, CLOSED, NEAR_TIER, TIER;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A notable physician: which plot, where, and what to say, with places for figures in braces. */
  record Cast(String key, Plot plot, String at, String name, String text) {}

  /** What names and specialties are made of. */
  record Words(List<String> surnames, List<String> men, List<String> women, List<String> specialties) {}

  /** The shipped file. */
  static WorldFile shipped() {
    try (InputStream stream = WorldFile.class.getResourceAsStream(NAME)) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: " + NAME);
      }
      return read(Source.of(NAME, stream.readAllBytes()));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static WorldFile read(Source source) {
    Entries all = source.document().entries("identity", "provinces", "key-holder", "accounts", "notable", "names");
    Entries identity = all.get("identity").entries("area", "phone");
    Entries names = all.get("names").entries("surnames", "men", "women", "specialties");
    return new WorldFile(
        identity.get("area").text(),
        identity.get("phone").text(),
        all.get("provinces").listOfSome().stream().map(WorldFile::province).toList(),
        all.get("key-holder").text(),
        all.get("accounts").listOfSome().stream().map(WorldFile::account).toList(),
        all.get("notable").listOfSome().stream().map(WorldFile::cast).toList(),
        new Words(
            syllables(names.get("surnames")), syllables(names.get("men")), syllables(names.get("women")),
            names.get("specialties").listOfSome().stream().map(Element::text).toList()));
  }

  private static Province province(Element element) {
    Entries entries = element.entries("id", "name", "edition", "department", "areas");
    Entries department = entries.get("department").entries("id", "name");
    return new Province(
        entries.get("id").text(), entries.get("name").text(), entries.get("edition").text(),
        department.get("id").text(), department.get("name").text(),
        entries.get("areas").listOfSome().stream().map(WorldFile::area).toList());
  }

  private static Area area(Element element) {
    Entries entries = element.entries(List.of("id", "name", "region", "institutions"), List.of("digit"));
    return new Area(
        entries.get("id").text(), entries.get("name").text(), entries.get("region").text(),
        entries.find("digit").map(Element::letters).orElse(null),
        entries.get("institutions").listOfSome().stream().map(WorldFile::site).toList());
  }

  private static Site site(Element element) {
    Entries entries = element.entries(List.of("code", "name", "level", "size", "state"), List.of("place"));
    return new Site(
        entries.get("code").text(), entries.get("name").text(),
        entries.find("place").map(Element::text).orElse(null),
        entries.get("level").number(0, 3), entries.get("size").number(1, MOST),
        entries.get("state").word(State.class, State::word));
  }

  private static DemoAccount account(Element element) {
    Entries entries = element.entries("login", "name", "at", "role");
    return new DemoAccount(
        entries.get("login").text(), entries.get("name").text(), entries.get("at").text(),
        entries.get("role").text());
  }

  private static Cast cast(Element element) {
    Entries entries = element.entries("key", "plot", "at", "name", "text");
    return new Cast(
        entries.get("key").text(), entries.get("plot").word(Plot.class, Plot::word), entries.get("at").text(),
        entries.get("name").text(), entries.get("text").text());
  }

  private static List<String> syllables(Element element) {
    return element.text().codePoints().distinct().mapToObj(Character::toString).toList();
  }
}
