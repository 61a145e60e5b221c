package cn.xingheng.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * 「测速数据」 Writes a standings file and a claims file of a province, always the same for the same seed.
 *
 * <p>Physicians have codes of 18, 13 or 8 characters, agreements at one to three institutions over the years
 * 2016-2026, some with
 * suspensions, gaps, or an end; what they bill follows a Zipf curve. Lines come in random order, most of them payable.
 *
 * <p>Usage: {@code java ClaimFiles.java FOLDER LINES [PHYSICIANS [INSTITUTIONS [SPANS [SEED]]]]}; the defaults are
 * 300,000
 * physicians, 8,000 institutions, 1,300,000 spans, seed 1. Writes {@code standings.csv} and {@code claims-LINES.csv}.
 */
public final class ClaimFiles {
  private static final String[] SUSPENDING = {"points", "practice-suspended", "pending-review", "institution"};
  private static final String[] ENDING = {"left", "terminated", "expired"};
  private static final String[] SETTINGS = {"outpatient", "inpatient", "emergency", "rescue"};
  private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
  private static final int DAYS = (int) (LocalDate.of(2027, 1, 1).toEpochDay() - FIRST.toEpochDay());

  private final SplittableRandom random;
  private final String[] physicians;
  private final String[] institutions;
  private final int[][] posts;
  private final byte[][] dates = new byte[DAYS][];

  private ClaimFiles(int physicianCount, int institutionCount, long seed) {
    random = new SplittableRandom(seed);
    physicians = new String[physicianCount];
    institutions = new String[institutionCount];
    posts = new int[physicianCount][];
    for (int i = 0; i < institutionCount; i++) {
      institutions[i] = "H34%08d".formatted(i * 7919L % 100_000_000L);
    }
    for (int i = 0; i < physicianCount; i++) {
      physicians[i] = code(i);
    }
    for (int day = 0; day < DAYS; day++) {
      dates[day] = FIRST.plusDays(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Runs it; see the usage above. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    long lines = Long.parseLong(args[1]);
    int physicians = args.length > 2 ? Integer.parseInt(args[2]) : 300_000;
    int institutions = args.length > 3 ? Integer.parseInt(args[3]) : 8_000;
    int spans = args.length > 4 ? Integer.parseInt(args[4]) : 1_300_000;
    long seed = args.length > 5 ? Long.parseLong(args[5]) : 1;
    ClaimFiles files = new ClaimFiles(physicians, institutions, seed);
    Files.createDirectories(folder);
    files.writeStandings(folder.resolve("standings.csv"), (double) spans / physicians);
    files.writeClaims(folder.resolve("claims-" + lines + ".csv"), lines);
  }

  /** Anhui codes of 18 characters, national ones of 13, Lianyungang ones of 8. */
  private static String code(int number) {
    char city = (char) ('A' + number % 17);
    return switch (number % 10) {
      case 0, 1, 2 -> "D34%010d".formatted(number * 7919L % 10_000_000_000L);
      case 3 -> "%08d".formatted(number * 31L % 100_000_000L);
      default -> "%c%c%d%015d".formatted(city, (char) ('a' + number % 7), number % 4, number * 1_000_003L);
    };
  }

  private void writeStandings(Path file, double spansEach) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      write(out, "physician_code,institution_code,from,through,standing,because\n");
      for (int physician = 0; physician < physicians.length; physician++) {
        int[] at = new int[random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2)];
        for (int i = 0; i < at.length; i++) {
          at[i] = random.nextInt(institutions.length);
        }
        posts[physician] = Arrays.stream(at).distinct().toArray();
        for (int institution : posts[physician]) {
          for (String row : timeline(spansEach / 1.45)) {
            write(out, physicians[physician] + "," + institutions[institution] + "," + row + "\n");
          }
        }
      }
    }
  }

  /** From a first signature on: agreed, sometimes suspended, at last perhaps ended for good. */
  private List<String> timeline(double rows) {
    List<String> timeline = new ArrayList<>();
    int count = Math.max(1, (int) (rows + random.nextDouble()));
    int day = random.nextInt(DAYS / 4);
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      int length = i % 2 == 0 ? 200 + random.nextInt(900) : 30 + random.nextInt(60);
      String through = last || day + length >= DAYS ? "9999-12-31" : FIRST.plusDays(day + length - 1L).toString();
      String state = "effective,";
      if (i % 2 == 1) {
        state = "suspended," + SUSPENDING[random.nextInt(SUSPENDING.length)];
      } else if (last && i > 0 && random.nextInt(8) == 0) {
        state = "ended," + ENDING[random.nextInt(ENDING.length)];
      }
      timeline.add(FIRST.plusDays(day) + "," + through + "," + state);
      day += length + (random.nextInt(20) == 0 ? 30 : 0);
      if (day >= DAYS || through.startsWith("9999")) {
        break;
      }
    }
    return timeline;
  }

  private void writeClaims(Path file, long lines) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      write(out, "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n");
      StringBuilder row = new StringBuilder(128);
      for (long line = 0; line < lines; line++) {
        row.setLength(0);
        appendClaim(row, line);
        write(out, row.toString());
      }
    }
  }

  private void appendClaim(StringBuilder row, long line) {
    int physician = zipf(physicians.length);
    int[] places = posts[physician];
    int chance = random.nextInt(1000);
    String code = chance == 0 ? "" : chance < 3 ? "X99" + random.nextInt(10_000) : physicians[physician];
    int institution = chance > 990 ? random.nextInt(institutions.length) : places[random.nextInt(places.length)];
    int minute = random.nextInt(24 * 60);
    row.append('C').append(1_000_000_000L + line).append(',');
    row.append(new String(dates[random.nextInt(DAYS)], StandardCharsets.US_ASCII)).append('T');
    row.append((char) ('0' + minute / 600)).append((char) ('0' + minute / 60 % 10)).append(':');
    row.append((char) ('0' + minute % 60 / 10)).append((char) ('0' + minute % 10)).append(',');
    row.append(code).append(',').append(institutions[institution]).append(',');
    int setting = random.nextInt(100);
    row.append(SETTINGS[setting < 60 ? 0 : setting < 90 ? 1 : setting < 98 ? 2 : 3]).append(',');
    row.append(random.nextInt(100) == 0 ? -(1 + random.nextInt(50_000)) : 100 + random.nextInt(500_000)).append('\n');
  }

  /** A number below the bound, small ones likelier, spread over all numbers so that neighbours are not alike. */
  private int zipf(int bound) {
    long rank = (long) Math.exp(random.nextDouble() * Math.log(bound)) - 1;
    boolean even = random.nextInt(10) < 6;
    long chosen = even ? random.nextInt(bound) : rank;
    return (int) (chosen * 1_000_003L % bound);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
