package cn.xingheng.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random histories as cases, one a line; the same for the same seed. What the law refuses of them is its affair. */
final class RandomFacts {
  private static final LocalDate START = LocalDate.of(2022, 1, 4);
  private static final List<String> SITES = List.of("h1", "h2", "h3");

  private final Random random;
  private final List<String> facts = new ArrayList<>();
  private String person = "";
  private boolean yearly;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  /** A case of one physician at up to three institutions. */
  String line(String edition, int number) {
    facts.clear();
    person = "p" + number;
    yearly = edition.equals("anhui-2019");
    List<String> items = yearly ? List.of("1.1", "2.1", "3.1", "4.3") : List.of("12.1", "13.1", "14.1");
    fact(START, "institution", "'institution':'h3','region':'r2','from':'" + START + "'");
    fact(day(60), "signed", "'person':'P','at':'h1'" + (yearly ? ",'through':'2024-12-31'" : ""));
    if (random.nextBoolean()) {
      fact(day(900), "signed", "'person':'P','at':'" + SITES.get(1 + random.nextInt(2)) + "'");
    }
    if (random.nextInt(3) == 0) {
      LocalDate from = day(700);
      fact(from, "visiting", "'person':'P','home':'h1','at':'h2','from':'" + from + "','through':'"
          + from.plusDays(random.nextInt(300)) + "'");
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      LocalDate on = day(900).plusDays(60);
      fact(on, "deducted", "'person':'P','at':'" + site() + "','item':'" + items.get(random.nextInt(items.size()))
          + "','act':'" + on.minusDays(random.nextInt(30)) + "','served':'" + on.plusDays(random.nextInt(4)) + "'");
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      decision();
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      outside();
    }
    return ("{'edition':'" + edition + "','given':[" + String.join(",", facts) + "]}").replace('\'', '"');
  }

  private void decision() {
    LocalDate on = day(1000).plusDays(90);
    String served = "'served':'" + on.plusDays(1) + "'";
    String ground = random.nextBoolean() && yearly ? ",'ground':'M13.2'" : "";
    if (random.nextInt(3) > 0) {
      int months = yearly ? 1 + random.nextInt(3) : 3 + 3 * random.nextInt(2);
      fact(on, "suspended", "'person':'P','months':" + months + "," + served + ground);
    } else {
      fact(on, "terminated", "'person':'P'," + served + ground);
    }
  }

  private void outside() {
    LocalDate on = day(1000);
    String span = "'from':'" + on + "','through':'" + on.plusDays(random.nextInt(200)) + "'";
    switch (random.nextInt(6)) {
      case 0 -> fact(on, "left", "'person':'P','at':'" + site() + "'");
      case 1 -> fact(on, "released", "'person':'P','at':'" + site() + "','by':'person','served':'" + on + "'");
      case 2 -> fact(on, "measure", "'person':'P','kind':'practice-suspended'," + span);
      case 3 -> fact(on, "measure", "'person':'P','kind':'prescribing-stopped','at':'" + site() + "'," + span);
      case 4 -> fact(on, "institution-suspended", "'institution':'" + site() + "'," + span);
      default -> fact(on, "measure", "'person':'P','kind':'licence-revoked','from':'" + on + "'");
    }
  }

  private String site() {
    return SITES.get(random.nextInt(SITES.size()));
  }

  private LocalDate day(int within) {
    return START.plusDays(random.nextInt(within));
  }

  private void fact(LocalDate on, String what, String rest) {
    facts.add("{'on':'" + on + "','what':'" + what + "'," + rest.replace("'P'", "'" + person + "'") + "}");
  }
}
