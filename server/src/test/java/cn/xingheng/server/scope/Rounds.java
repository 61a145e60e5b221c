package cn.xingheng.server.scope;

import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Goes from door to door as somebody and says where it was let in, or kept out, against what is expected. */
final class Rounds {
  private static final Set<Integer> LET_IN = Set.of(200, 302, 303, 400, 409, 415, 422);
  private static final Set<Integer> FREE_FOR_ALL = Set.of(200, 302, 303, 400, 401, 403, 404, 415, 422);
  /** Enough for every form to get as far as asking for whom it is, and too little for any to be taken. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("key", "a-key-for-the-rounds"), Map.entry("organisation", ScopeHouse.OWN),
          Map.entry("institution", ScopeHouse.OWN), Map.entry("role", "CLERK"), Map.entry("active", "true"),
          Map.entry("login", ""), Map.entry("name", ""), Map.entry("password", "x"), Map.entry("again", "y"),
          Map.entry("now", "x"), Map.entry("id", "H1"), Map.entry("kind", "INSTITUTION"), Map.entry("label", ""),
          Map.entry("which", "nothing"), Map.entry("because", ""), Map.entry("body", ""), Map.entry("source", ""));

  private final ScopeHouse house;
  private final Things things;
  private final Collection<Expected> doors;
  private int asked;

  Rounds(ScopeHouse house, Things things, Collection<Expected> doors) {
    this.house = house;
    this.things = things;
    this.doors = doors.stream().filter(one -> one.door().needs() != null).toList();
  }

  /** How many doors have been tried. */
  int asked() {
    return asked;
  }

  /** All doors as the holder of a role: first those that must not open, then those that must, looking before acting. */
  List<String> as(Role role, String place) {
    String login = ScopeHouse.login(role, place);
    Viewer viewer =
        new Viewer(0, login, login, List.of(new Viewer.Held(role, place, house.path(place), place)));
    Visitor visitor = house.visitor(role, place);
    List<String> breaches = new ArrayList<>();
    List<Expected> closed = doors.stream().filter(one -> !opens(viewer, one)).toList();
    Map<String, String> before = house.rows();
    for (Expected one : closed) {
      boolean right = viewer.may(Objects.requireNonNull(one.right()));
      Visitor.Reply reply = knock(visitor, one);
      if (reply.status() != (right && !things.national(one) ? 404 : 403)) {
        breaches.add(login + " kept out with " + reply.status() + ": " + one.door().line());
      }
      leaks(viewer, one, reply, breaches);
    }
    Map<String, String> after = house.rows();
    after.forEach((table, rows) -> {
      if (!rows.equals(before.get(table))) {
        breaches.add(login + " was refused, but " + table + " changed");
      }
    });
    doors.stream().filter(one -> opens(viewer, one) && !oneTime(one))
        .sorted((a, b) -> Boolean.compare(a.writes(), b.writes()))
        .forEach(one -> enter(viewer, visitor, one, breaches));
    return breaches;
  }

  /** What can be done but once: only its refusals are gone through. */
  private static boolean oneTime(Expected one) {
    return one.thing().equals("YEAR") && one.writes();
  }

  private void enter(Viewer viewer, Visitor visitor, Expected one, List<String> breaches) {
    Visitor.Reply reply = knock(visitor, one);
    Set<Integer> fine = one.right() == null ? FREE_FOR_ALL : LET_IN;
    boolean out = one.right() != null && reply.header("Location").contains("/sign-in");
    if (!fine.contains(reply.status()) || out) {
      breaches.add(viewer.login() + " let in with " + reply.status() + ": " + one.door().line());
    }
    leaks(viewer, one, reply, breaches);
  }

  /** All doors of ours without signing in: the front door, nothing else, and nothing written. */
  List<String> asNobody(Visitor visitor) {
    return outside(visitor, new Viewer(0, "nobody", "nobody", List.of()));
  }

  /** As nobody, with a key of an institution: its machine doors know what its clerk does, and the pages do not. */
  List<String> asMachine(Visitor visitor, String institution, String key) {
    Viewer clerk =
        new Viewer(
            0, "machine", "machine",
            List.of(new Viewer.Held(Role.CLERK, institution, house.path(institution), institution)));
    return outside(visitor, clerk, "Authorization", "Bearer " + key);
  }

  private List<String> outside(Visitor visitor, Viewer known, String... headers) {
    List<String> breaches = new ArrayList<>();
    visitor.token(visitor.tokenOf("/sign-in"));
    Map<String, String> before = house.rows();
    Viewer nobody = new Viewer(0, known.login(), known.login(), List.of());
    for (Expected one : doors) {
      Visitor.Reply reply = knock(visitor, one, headers);
      boolean led = reply.status() == 302 && reply.header("Location").endsWith("/sign-in");
      if (one.right() != null && !led) {
        breaches.add(known.login() + " not led to the front door, " + reply.status() + ": " + one.door().line());
      }
      leaks(one.door().pattern().startsWith("/api/") ? known : nobody, one, reply, breaches);
    }
    if (!house.rows().equals(before)) {
      breaches.add(known.login() + " wrote");
    }
    return breaches;
  }

  /** All forms with a token that is not of this session, or with none. */
  List<String> forged(Visitor visitor, String token) {
    visitor.token(token);
    List<String> breaches = new ArrayList<>();
    Map<String, String> before = house.rows();
    doors.stream().filter(one -> one.writes() && !one.door().pattern().startsWith("/api/")).forEach(
        one -> {
          Visitor.Reply reply = knock(visitor, one);
          boolean stale = reply.status() == 302 && reply.header("Location").endsWith("/sign-in?stale");
          if (reply.status() != 403 && !stale) {
            breaches.add("a forged form taken with " + reply.status() + ": " + one.door().line());
          }
        });
    if (!house.rows().equals(before)) {
      breaches.add("a forged form wrote");
    }
    return breaches;
  }

  private boolean opens(Viewer viewer, Expected one) {
    Right right = one.right();
    if (right != null && things.national(one)) {
      return viewer.paths(right).stream().anyMatch(path -> path.indexOf('/') == path.length() - 1);
    }
    String path = things.path(one);
    return right == null || (path.isEmpty() ? viewer.may(right) : viewer.may(right, path));
  }

  private Visitor.Reply knock(Visitor visitor, Expected one, String... headers) {
    asked++;
    String address = things.address(one);
    return switch (one.door().method()) {
      case "GET", "ANY" -> visitor.get(address, headers);
      case "POST" -> visitor.post(address, FIELDS);
      default -> throw new IllegalStateException("how to knock at " + one.door().line());
    };
  }

  private void leaks(Viewer viewer, Expected one, Visitor.Reply reply, List<String> breaches) {
    String asked = things.address(one);
    for (Mark mark : house.marks()) {
      if (!mark.open(viewer) && !viewer.login().equals(mark.text()) && !asked.contains(mark.text())
          && stands(reply.text(), mark.text())) {
        breaches.add(viewer.login() + " sees " + mark.text() + ": " + one.door().line());
      }
    }
  }

  /** Whether the text holds the word as a whole. */
  private static boolean stands(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !letter(text.charAt(at - 1))) && (end == text.length() || !letter(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean letter(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
