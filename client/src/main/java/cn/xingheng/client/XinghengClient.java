package cn.xingheng.client;

import cn.xingheng.match.SnapshotSeal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * 「杏衡客户端」 Asks a house by the key of one institution. All of it may be repeated without harm; threads may share one.
 *
 * <pre>{@code
 * XinghengClient house = XinghengClient.of(URI.create("https://xingheng.example.cn"), key);
 * LocalStandings local = LocalStandings.open(Path.of("standings.xhs"), publicKey);
 * house.sync(local);                                       // every few seconds or minutes
 * house.check(lines, local, Duration.ofHours(24));         // from the house, else from the disk
 * }</pre>
 */
public final class XinghengClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MOST_LINES = 5_000;
  private static final Duration RENEWED = Duration.ofDays(7);
  private static final long LONGEST_CHANGES = 16L << 20;
  private final Wire wire;

  XinghengClient(Wire wire) {
    this.wire = wire;
  }

  /**
   * A client.
   *
   * @param house where it is; with TLS, unless both stand in one network that is trusted
   * @param key the institution's key, as the page of keys showed it once
   */
  public static XinghengClient of(URI house, String key) {
    return of(house, key, TIMEOUT);
  }

  /** The same that waits so long for a connection and for an answer. */
  public static XinghengClient of(URI house, String key, Duration timeout) {
    if (house.getHost() == null || !List.of("http", "https").contains(house.getScheme())) {
      throw new IllegalArgumentException("no address of a house: " + house);
    }
    return new XinghengClient(new Wire(house, key, timeout, Wire.Pause::real));
  }

  /**
   * The answers of the house, in the order of the lines.
   *
   * @throws Refused when the house does not answer this: a wrong key, a line of another institution
   * @throws Unreachable when it cannot be reached or cannot serve now
   */
  public List<Answer> check(List<Line> lines) throws IOException {
    return ask(lines, Wire.TRIES);
  }

  private List<Answer> ask(List<Line> lines, int tries) throws IOException {
    List<Answer> answers = new ArrayList<>(lines.size());
    for (int from = 0; from < lines.size(); from += MOST_LINES) {
      List<Line> batch = lines.subList(from, Math.min(lines.size(), from + MOST_LINES));
      HttpRequest request =
          wire.to("/api/v1/claims/check").header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(Json.lines(batch))).build();
      answers.addAll(Json.answers(Wire.body(wire.send(request, BodyHandlers.ofByteArray(), tries)), batch));
    }
    return answers;
  }

  /**
   * The answers of the house, or, when it does not answer at the first try, of what is at hand; each says where it is
   * from.
   *
   * @param oldest knowledge at hand that is older gives {@code unresolved}
   * @throws Refused as {@link #check(List)}: a house that refuses is not gone round
   */
  public List<Answer> check(List<Line> lines, LocalStandings local, Duration oldest) throws IOException {
    try {
      return ask(lines, 1);
    } catch (Unreachable away) {
      return local.check(lines, oldest);
    }
  }

  /**
   * 「同步结果」 What came of taking in news.
   *
   * @param fetched whether a whole snapshot was fetched
   * @param physicians whose rows came with the changes
   * @param change the last change that is known now
   */
  public record Synced(boolean fetched, int physicians, long change) {}

  /**
   * Takes in what the house has told since: a snapshot when there is none, when rules or calendar changed, or once a
   * week; else the changes.
   *
   * @throws Unreachable when the house cannot be reached or cannot serve now; what is at hand stays as it was
   * @throws Refused when the house refuses, or what came is not signed by it; what is at hand stays as it was
   */
  public Synced sync(LocalStandings local) throws IOException {
    boolean fetched = false;
    if (isToBeFetched(local)) {
      fetch(local);
      fetched = true;
    }
    int physicians = 0;
    while (true) {
      long after = local.known().orElseThrow().change();
      HttpResponse<byte[]> answer = changes(after);
      boolean otherHouse = answer.statusCode() == 400;
      Page page = otherHouse ? null : read(local, answer, after);
      if (page == null || isOvertaken(local, page)) {
        if (fetched) {
          throw new Unreachable("the house is reckoning anew: ask again a little later", null);
        }
        fetch(local);
        fetched = true;
        continue;
      }
      local.take(page, signature(answer), answer.body());
      physicians += page.rows().size();
      if (!page.more()) {
        return new Synced(fetched, physicians, page.next());
      }
    }
  }

  private static boolean isToBeFetched(LocalStandings local) {
    return local.known()
        .map(
            known -> known.issued().plus(RENEWED).isBefore(local.clock().instant())
                || local.changesLength() > LONGEST_CHANGES)
        .orElse(true);
  }

  private static boolean isOvertaken(LocalStandings local, Page page) {
    return page.anew() || !page.law().equals(local.known().orElseThrow().law());
  }

  private HttpResponse<byte[]> changes(long after) throws IOException {
    return wire.send(
        wire.to("/api/v1/standings/changes?limit=1000&after=" + after).build(), BodyHandlers.ofByteArray(), Wire.TRIES);
  }

  private static Page read(LocalStandings local, HttpResponse<byte[]> answer, long after) throws IOException {
    byte[] body = Wire.body(answer);
    if (!SnapshotSeal.holds(local.key(), SnapshotSeal.CHANGES, body, signature(answer))) {
      throw new Refused(0, "changes without the signature of key " + SnapshotSeal.id(local.key()));
    }
    Page page = Page.read(body);
    if (page.after() != after || !page.institution().equals(local.known().orElseThrow().institution())) {
      throw new Refused(0, "changes of " + page.institution() + " after " + page.after());
    }
    return page;
  }

  private static byte[] signature(HttpResponse<?> answer) {
    String text = Wire.header(answer, "Xingheng-Seal");
    return text == null || !text.matches("[A-Za-z0-9+/=]{88}") ? new byte[0] : Base64.getDecoder().decode(text);
  }

  private void fetch(LocalStandings local) throws IOException {
    Path part = local.part();
    Files.deleteIfExists(part);
    try {
      HttpResponse<Path> answer =
          wire.send(
              wire.to("/api/v1/standings/snapshot").build(),
              said -> said.statusCode() == 200
                  ? HttpResponse.BodySubscribers.ofFile(part)
                  : HttpResponse.BodySubscribers.replacing(part),
              Wire.TRIES);
      if (answer.statusCode() != 200) {
        throw new Refused(answer.statusCode(), "no snapshot");
      }
      local.replace(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The public key that the house names. Whoever takes it from here trusts the connection: compare {@link
   * SnapshotSeal#fingerprint} with the page of keys once, and keep it.
   */
  public PublicKey publicKey() throws IOException {
    HttpRequest request = wire.to("/api/v1/standings/key").build();
    byte[] body = Wire.body(wire.send(request, BodyHandlers.ofByteArray(), Wire.TRIES));
    Map<String, String> said = Json.texts(body);
    try {
      return SnapshotSeal.publicKey(said.getOrDefault("pem", ""));
    } catch (IllegalArgumentException none) {
      throw new Refused(0, "no key: " + new String(body, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
