package cn.xingheng.bench.day;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 「选项」 How a day is asked for.
 *
 * <p>{@code --beds N --seed N --stations N --speed N --outage SECONDS --day DATE --institution CODE}; {@code --server
 * COMMAND} starts the server, kills it in the middle and starts it again; {@code --codes FILE} names physicians where a
 * key is given in place of the demonstration's password, and then only totals are compared; {@code --break} lets the
 * hospital's book forget a cancellation, which must be found out; {@code --unrecorded} leaves the page of results
 * alone.
 */
record Options(
    URI base, String secret, String institution, Scenario scenario, @Nullable String server, Path codes,
    boolean forgetful, boolean recorded, String shown) {
  private static final Set<String> FLAGS = Set.of("--break", "--unrecorded");
  private static final Set<String> VALUES =
      Set.of("--beds", "--seed", "--stations", "--speed", "--outage", "--day", "--institution", "--server", "--codes");

  /** Whether the secret is a key of a hospital, not the password of the demonstration. */
  boolean withKey() {
    return secret.startsWith("xh_");
  }

  /** Reads them: address, secret, options. */
  static Options of(List<String> words) {
    if (words.size() < 2) {
      throw new IllegalArgumentException("say where the server is, and the demonstration's password or a key");
    }
    Map<String, String> said = new HashMap<>();
    List<String> shown = new ArrayList<>(List.of(words.get(0), words.get(1).startsWith("xh_") ? "KEY" : "PASSWORD"));
    for (int at = 2; at < words.size(); at++) {
      String word = words.get(at);
      boolean value = VALUES.contains(word) && at + 1 < words.size();
      if (!value && !FLAGS.contains(word)) {
        throw new IllegalArgumentException("not understood: " + word);
      }
      said.put(word, value ? words.get(++at) : "");
      shown.add(word + (value ? " " + (word.equals("--server") ? "'…'" : said.get(word)) : ""));
    }
    String day = said.getOrDefault("--day", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    Scenario large = Scenario.large(number(said, "--seed", 1), LocalDate.parse(day));
    Scenario beds = said.containsKey("--beds") ? large.withBeds(number(said, "--beds", 0)) : large;
    Scenario scenario =
        new Scenario(
            beds.beds(), beds.visits(), beds.seed(), number(said, "--stations", beds.stations()),
            number(said, "--speed", 0), beds.day(), number(said, "--outage", beds.outage()));
    return new Options(
        URI.create(words.get(0)), words.get(1), said.getOrDefault("--institution", "H34990000001"), scenario,
        said.get("--server"), Path.of(said.getOrDefault("--codes", "codes.txt")), said.containsKey("--break"),
        !said.containsKey("--unrecorded") && !said.containsKey("--break"), String.join(" ", shown));
  }

  private static int number(Map<String, String> said, String name, int usual) {
    String text = said.get(name);
    return text == null ? usual : Integer.parseInt(text);
  }
}
