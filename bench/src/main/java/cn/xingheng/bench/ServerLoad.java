package cn.xingheng.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a running demonstration takes: pages one after the other, and the claims check in batches of 100 from two hands.
 *
 * <p>Run by the source launcher with the address and the password that the demonstration printed; times as a client
 * sees them, CPU of the server from its own metrics.
 */
final class ServerLoad {
  private static final int WARM = 60;
  private static final int PAGES = 300;
  private static final int BATCHES = 400;
  private static final int BATCH = 100;
  private static final String CODE = "class=\"code\">([A-Z][a-z][0-9]{16})<";
  private final String base;
  private final String password;

  private ServerLoad(String base, String password) {
    this.base = base;
    this.password = password;
  }

  public static void main(String[] arguments) throws Exception {
    new ServerLoad(arguments[0], arguments[1]).run();
  }

  private void run() throws Exception {
    Desk officer = new Desk("hefei-officer");
    List<String> persons = matches(officer.get("/physicians?size=100"), "href=\"/physicians/(p-[0-9]+)\"");
    pages(officer, "dossier", persons.stream().map(person -> "/physicians/" + person).toList());
    String codes = officer.get("/physicians?institution=H34990000001&size=100");
    Map<String, List<String>> lists = lists(matches(codes, CODE));
    Map<String, Desk> desks = new LinkedHashMap<>();
    desks.put("area", officer);
    desks.put("province", wide());
    for (Map.Entry<String, Desk> desk : desks.entrySet()) {
      for (Map.Entry<String, List<String>> one : lists.entrySet()) {
        pages(desk.getValue(), desk.getKey() + ": " + one.getKey(), one.getValue());
      }
    }
    claims(matches(codes, CODE));
  }

  /** Somebody who sees a whole province; the demonstration has nobody, so the administrator enters one. */
  private Desk wide() throws Exception {
    Map<String, String> account =
        Map.of(
            "login", "bench-province", "name", "bench", "organisation", "p-anhui", "role", "OFFICER", "password",
            password, "again", password);
    new Desk("admin").post("/accounts", account, "/accounts");
    return new Desk("bench-province");
  }

  /** What is asked of the list, by name. */
  private static Map<String, List<String>> lists(List<String> codes) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    asked.put("everybody", List.of(""));
    asked.put("deep pages", List.of("after=he%2C0", "after=ma%2C0", "after=xu%2C0", "before=xu%2C0", "after=zhou%2C0"));
    asked.put("one institution", List.of("institution=H34990000001", "institution=H34990000002"));
    asked.put("name", List.of("q=%E5%91%A8", "q=%E7%8E%8B", "q=%E5%91%A8%E7%A0%9A", "q=%E6%9D%8E"));
    asked.put("initials", List.of("q=zyq", "q=w", "q=ly", "q=zh"));
    asked.put("sound", List.of("q=wang", "q=zhouyan", "q=li", "q=zhang"));
    asked.put("code", List.of("q=" + codes.get(0), "q=" + codes.get(1).substring(0, 9), "q=Aa3"));
    asked.put("6 points and more", List.of("points=6"));
    asked.put("9 points and more", List.of("points=9"));
    asked.put("1 point and more", List.of("points=1"));
    asked.put("suspended", List.of("standing=suspended"));
    asked.put("none, or ended", List.of("standing=none", "standing=ended"));
    asked.put("in force", List.of("standing=effective"));
    asked.put("suspended, 9 points and more", List.of("standing=suspended&points=9"));
    asked.put("suspended, deep pages", List.of("standing=suspended&after=ma%2C0", "standing=suspended&after=xu%2C0"));
    asked.put("found and suspended", List.of("q=wang&standing=suspended", "q=l&standing=suspended"));
    asked.put("found and in force", List.of("q=wang&standing=effective", "q=%E5%91%A8&standing=effective"));
    asked.put("found, 6 points and more", List.of("q=wang&points=6", "q=%E5%91%A8&points=6"));
    asked.put("a past day", List.of("asOf=2025-03-03", "asOf=2024-06-16"));
    asked.put("a past day, suspended", List.of("standing=suspended&asOf=2025-03-03"));
    asked.put("a past day, 9 points and more", List.of("points=9&asOf=2025-11-20"));
    asked.put("by cause", List.of("cause=points", "cause=left", "cause=institution"));
    asked.replaceAll((name, queries) -> queries.stream().map(query -> "/physicians?" + query).toList());
    return asked;
  }

  private void pages(Desk desk, String name, List<String> paths) throws Exception {
    long[] nanos = new long[PAGES];
    for (int i = -WARM; i < PAGES; i++) {
      long start = System.nanoTime();
      desk.get(paths.get(Math.floorMod(i, paths.size())));
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-44s p50 %5.1f ms   p95 %5.1f ms%n", name, nanos[PAGES / 2] / 1e6, nanos[PAGES * 95 / 100] / 1e6);
  }

  private void claims(List<String> codes) throws Exception {
    Desk admin = new Desk("admin");
    String page = admin.post("/keys", Map.of("institution", "H34990000001", "label", "bench"), "/keys");
    String key = matches(page, "(xh_[A-Za-z0-9_-]{20,})").getFirst();
    String body = lines(codes);
    check(key, body, BATCHES / 4);
    double before = cpu();
    long start = System.nanoTime();
    List<Thread> hands = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      hands.add(Thread.startVirtualThread(() -> check(key, body, BATCHES)));
    }
    for (Thread hand : hands) {
      hand.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long lines = 2L * BATCHES * BATCH;
    System.out.printf(
        "claims check, batches of %d: %,.0f lines/s, %.1f microseconds of server CPU per line%n", BATCH,
        lines / seconds, (cpu() - before) / 1e3 / lines);
  }

  private static String lines(List<String> codes) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      lines.add("""
          {"id":"%d","physicianCode":"%s","institutionCode":"H34990000001","issuedAt":"2026-%02d-10T10:00",\
          "setting":"%s","amountFen":12600}"""
          .formatted(i, codes.get(i % codes.size()), 1 + i % 11, i % 5 == 0 ? "emergency" : "outpatient"));
    }
    return "{\"lines\":[" + String.join(",", lines) + "]}";
  }

  private void check(String key, String body, int times) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/claims/check")).header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    for (int i = 0; i < times; i++) {
      HttpResponse<String> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    }
  }

  /** Nanoseconds of CPU the server has used so far. */
  private double cpu() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/metrics")).build();
    String metrics = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return Double.parseDouble(matches(metrics, "(?m)^process_cpu_time_ns_total ([0-9.E+]+)").getFirst());
  }

  private static List<String> matches(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** Somebody signed in. */
  private final class Desk {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    Desk(String login) throws Exception {
      post("/sign-in", Map.of("login", login, "password", password), "/sign-in");
    }

    String get(String path) throws Exception {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode());
      }
      return answer.body();
    }

    String post(String path, Map<String, String> fields, String from) throws Exception {
      String page = get(from);
      Map<String, String> all = new TreeMap<>(fields);
      all.put("_csrf", matches(page, "name=\"_csrf\" value=\"([^\"]*)\"").getFirst());
      matches(page, "name=\"key\" value=\"([^\"]*)\"").stream().findFirst().ifPresent(key -> all.put("key", key));
      String body =
          all.entrySet().stream()
              .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
