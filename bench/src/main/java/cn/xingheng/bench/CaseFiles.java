package cn.xingheng.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * 「案例大文件」 Writes physicians with ten years of facts each as JSON lines, one case a line, from a seed.
 *
 * <p>{@code java CaseFiles.java FILE PHYSICIANS [expect] [SEED]}: with {@code expect}, each line asserts one thing
 * that is true of every history (so that {@code xingheng case run} has something to compare). Half of them stand
 * under the edition with points of a budget, half under the one with fixed tiers; some twenty facts each.
 */
public final class CaseFiles {

  private static final String[] BUDGET_ITEMS = {"1.1", "1.2", "1.5", "2.1", "2.5", "2.8", "3.1", "3.5"};
  private static final String[] TIER_ITEMS = {"14.1", "14.2", "14.3", "14.6", "13.1", "13.3"};

  private final SplittableRandom random;
  private final List<String> facts = new ArrayList<>();

  private CaseFiles(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Writes the file. */
  public static void main(String[] args) throws IOException {
    int physicians = Integer.parseInt(args[1]);
    boolean expect = args.length > 2 && args[2].equals("expect");
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 2026;
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8))) {
      for (int i = 0; i < physicians; i++) {
        out.println(new CaseFiles(seed + i).line(i, expect));
      }
    }
  }

  private String line(int i, boolean expect) {
    boolean budget = i % 2 == 0;
    String person = String.format("p%07d", i);
    String site = "h" + random.nextInt(8_000);
    int first = budget ? 2017 : 2013;
    if (budget) {
      add(LocalDate.of(first, 1, 3), "signed", person, "\"at\":\"" + site + "\",\"id\":\"a0\"");
    }
    for (int year = first; year < first + 10; year++) {
      if (!budget && (year - first) % 2 == 0) {
        add(LocalDate.of(year, 1, 1), "signed", person, "\"at\":\"" + site + "\",\"id\":\"a" + year + "\"");
      }
      year(person, site, year, budget);
    }
    String expected =
        expect ? ",\"expect\":[{\"on\":\"" + first + "-01-02\",\"person\":\"" + person + "\",\"points\":0}]" : "";
    String edition = budget ? "anhui-2019" : "lianyungang-2012";
    return "{\"case\":\"" + person + "\",\"edition\":\"" + edition + "\",\"given\":["
        + String.join(",", facts) + "]" + expected + "}";
  }

  private void year(String person, String site, int year, boolean budget) {
    LocalDate start = LocalDate.of(year, 2, 1).plusDays(random.nextInt(60));
    if (budget && year < 2019) {
      add(start, "graded", person, "\"year\":" + year + ",\"grade\":\"合格\"");
      return;
    }
    int many = random.nextInt(3);
    String[] items = budget ? BUDGET_ITEMS : TIER_ITEMS;
    for (int k = 0; k < many; k++) {
      LocalDate on = start.plusDays(30L * k);
      String item = items[random.nextInt(items.length)];
      add(on, "deducted", person,
          "\"id\":\"d" + year + k + "\",\"at\":\"" + site + "\",\"item\":\"" + item + "\",\"act\":\""
              + on.minusDays(20) + "\",\"served\":\"" + on.plusDays(1) + "\"");
      if (random.nextInt(2) == 0) {
        add(on.plusDays(3), "interviewed", person, "\"id\":\"i" + year + k + "\"");
      }
      if (random.nextInt(3) == 0) {
        int months = budget ? 2 : 3;
        add(on.plusDays(5), "suspended", person,
            "\"id\":\"s" + year + k + "\",\"months\":" + months + ",\"served\":\"" + on.plusDays(6) + "\"");
        if (budget) {
          add(on.plusDays(60), "resumption-asked", person, "\"id\":\"q" + year + k + "\"");
          add(on.plusDays(70), "resumption-answered", person, "\"id\":\"r" + year + k + "\",\"granted\":true");
        }
      }
    }
  }

  private void add(LocalDate on, String what, String person, String rest) {
    facts.add("{\"on\":\"" + on + "\",\"what\":\"" + what + "\",\"person\":\"" + person + "\"," + rest + "}");
  }
}
