package cn.xingheng.bench.online;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long pages of a running demonstration take, one after the other.
 *
 * <p>Run by the source launcher with the address and the password that the demonstration printed; times as a client
 * sees them.
 */
final class ServerLoad {
  private static final int WARM = 60;
  private static final int PAGES = 300;
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
    Visitor officer = new Visitor(base, "hefei-officer", password);
    List<String> persons = Visitor.found(officer.get("/physicians?size=100"), "href=\"/physicians/(p-[0-9]+)\"");
    pages(officer, "dossier", persons.stream().map(person -> "/physicians/" + person).toList());
    String codes = officer.get("/physicians?institution=H34990000001&size=100");
    Map<String, List<String>> lists = lists(Visitor.found(codes, CODE));
    Map<String, Visitor> visitors = new LinkedHashMap<>();
    visitors.put("area", officer);
    visitors.put("province", wide());
    for (Map.Entry<String, Visitor> visitor : visitors.entrySet()) {
      for (Map.Entry<String, List<String>> one : lists.entrySet()) {
        pages(visitor.getValue(), visitor.getKey() + ": " + one.getKey(), one.getValue());
      }
    }
  }

  /** Somebody who sees a whole province; the demonstration has nobody, so the administrator enters one. */
  private Visitor wide() throws Exception {
    Map<String, String> account =
        Map.of(
            "login", "bench-province", "name", "bench", "organisation", "p-anhui", "role", "OFFICER", "password",
            password, "again", password);
    new Visitor(base, "admin", password).post("/accounts", account, "/accounts");
    return new Visitor(base, "bench-province", password);
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

  private void pages(Visitor visitor, String name, List<String> paths) throws Exception {
    long[] nanos = new long[PAGES];
    for (int i = -WARM; i < PAGES; i++) {
      long start = System.nanoTime();
      visitor.get(paths.get(Math.floorMod(i, paths.size())));
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-44s p50 %5.1f ms   p95 %5.1f ms%n", name, nanos[PAGES / 2] / 1e6, nanos[PAGES * 95 / 100] / 1e6);
  }
}
