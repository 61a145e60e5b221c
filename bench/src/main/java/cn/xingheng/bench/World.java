package cn.xingheng.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * 「虚拟辖区」 Physicians, institutions and their agreements from 2016 to 2026, always the same for the same seed.
 *
 * <p>Three physicians in ten have a code of 13 characters, one in ten of 8, the others of 18. Seven in ten have signed
 * at one institution, the others at two or three; an agreement is sometimes suspended, has gaps, or ends.
 */
final class World {
  static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
  static final int DAYS = (int) (LocalDate.of(2027, 1, 1).toEpochDay() - FIRST.toEpochDay());

  private static final String[] SUSPENDING = {"points", "practice-suspended", "pending-review", "institution"};
  private static final String[] ENDING = {"left", "terminated", "expired"};
  private static final int LONGEST_CODE = 18;
  /** Institutions that a physician has signed with, on average. */
  private static final double POSTS_EACH = 1.45;

  private final Scale scale;
  private final SplittableRandom random;
  private final byte[] codes;
  private final byte[] codeLengths;
  private final byte[][] institutions;
  private final byte[][] dates = new byte[DAYS][];
  /** Where the posts of each physician begin; one more entry than physicians. */
  private final int[] posts;

  private int[] postAt = new int[1024];
  private short[] postFrom = new short[1024];
  private long rows;

  /** Makes the world, and writes its standings as they are made. */
  static World write(Scale scale, long seed, Path standings) throws IOException {
    Path part = standings.resolveSibling(standings.getFileName() + ".part");
    World world = new World(scale, seed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
      world.writeStandings(out);
    }
    Files.move(part, standings, StandardCopyOption.REPLACE_EXISTING);
    return world;
  }

  private World(Scale scale, long seed) {
    this.scale = scale;
    random = new SplittableRandom(seed);
    codes = new byte[LONGEST_CODE * scale.physicians()];
    codeLengths = new byte[scale.physicians()];
    institutions = new byte[scale.institutions()][];
    posts = new int[scale.physicians() + 1];
    Row row = new Row();
    for (int i = 0; i < institutions.length; i++) {
      institutions[i] = row.clear().text("H34").digits(i * 7919L % 100_000_000L, 8).copy();
    }
    for (int i = 0; i < scale.physicians(); i++) {
      byte[] code = code(row.clear(), i).copy();
      System.arraycopy(code, 0, codes, LONGEST_CODE * i, code.length);
      codeLengths[i] = (byte) code.length;
    }
    for (int day = 0; day < DAYS; day++) {
      dates[day] = FIRST.plusDays(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Different numbers have different codes: the factors have no divisor in common with the powers of ten. */
  private static Row code(Row row, int number) {
    return switch (number % 10) {
      case 0, 1, 2 -> row.text("D34").digits(number * 7919L % 10_000_000_000L, 10);
      case 3 -> row.digits(number * 31L % 100_000_000L, 8);
      default -> row.letter((char) ('A' + number % 17)).letter((char) ('a' + number % 7))
          .digits(number % 4, 1).digits(number * 1_000_003L, 15);
    };
  }

  private void writeStandings(OutputStream out) throws IOException {
    Row row = new Row();
    row.text("physician_code,institution_code,from,through,standing,because\n").writeTo(out);
    double rowsEach = (double) scale.spans() / scale.physicians() / POSTS_EACH;
    int[] at = new int[3];
    for (int physician = 0; physician < scale.physicians(); physician++) {
      posts[physician + 1] = posts[physician];
      int many = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
      for (int i = 0; i < many; i++) {
        at[i] = random.nextInt(institutions.length);
        if (!signedBefore(at, i)) {
          writeTimeline(out, row, physician, at[i], rowsEach);
        }
      }
    }
  }

  private static boolean signedBefore(int[] at, int index) {
    for (int i = 0; i < index; i++) {
      if (at[i] == at[index]) {
        return true;
      }
    }
    return false;
  }

  /** From a first signature on: agreed, sometimes suspended, at last perhaps ended for good. */
  private void writeTimeline(OutputStream out, Row row, int physician, int institution, double rowsEach)
      throws IOException {
    int count = Math.max(1, (int) (rowsEach + random.nextDouble()));
    int day = random.nextInt(DAYS / 4);
    addPost(physician, institution, day);
    for (int i = 0; i < count && day < DAYS; i++) {
      int length = i % 2 == 0 ? 200 + random.nextInt(900) : 30 + random.nextInt(60);
      boolean last = i == count - 1 || day + length >= DAYS;
      row.clear().text(codes, LONGEST_CODE * physician, codeLengths[physician]).letter(',');
      row.text(institutions[institution]).letter(',').text(dates[day]).letter(',');
      row.text(last ? "9999-12-31" : FIRST.plusDays(day + length - 1L).toString()).letter(',');
      row.text(state(i, last)).letter('\n').writeTo(out);
      rows++;
      if (last) {
        return;
      }
      day += length + (random.nextInt(20) == 0 ? 30 : 0);
    }
  }

  private String state(int index, boolean last) {
    if (index % 2 == 1) {
      return "suspended," + SUSPENDING[random.nextInt(SUSPENDING.length)];
    }
    return last && index > 0 && random.nextInt(24) == 0
        ? "ended," + ENDING[random.nextInt(ENDING.length)]
        : "effective,";
  }

  private void addPost(int physician, int institution, int day) {
    int post = posts[physician + 1]++;
    if (post == postAt.length) {
      postAt = Arrays.copyOf(postAt, 2 * post);
      postFrom = Arrays.copyOf(postFrom, 2 * post);
    }
    postAt[post] = institution;
    postFrom[post] = (short) day;
  }

  Scale scale() {
    return scale;
  }

  /** Rows of the standings file. */
  long rows() {
    return rows;
  }

  /** Appends the code of a physician. */
  void physician(Row row, int number) {
    row.text(codes, LONGEST_CODE * number, codeLengths[number]);
  }

  void institution(Row row, int number) {
    row.text(institutions[number]);
  }

  void date(Row row, int day) {
    row.text(dates[day]);
  }

  /** One of the posts of a physician, any of them. */
  int anyPost(int physician, SplittableRandom chance) {
    return posts[physician] + chance.nextInt(posts[physician + 1] - posts[physician]);
  }

  int institutionOf(int post) {
    return postAt[post];
  }

  /** The day of the first signature there, counted from {@link #FIRST}. */
  int firstDayOf(int post) {
    return postFrom[post];
  }
}
