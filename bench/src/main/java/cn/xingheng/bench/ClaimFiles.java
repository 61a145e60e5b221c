package cn.xingheng.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;

/**
 * 「测速数据」 Writes a standings file and a claims file of a made-up province, always the same for the same seed.
 *
 * <p>What physicians bill follows Zipf's curve, its head flattened (Zipf-Mandelbrot): the busiest tenth writes six
 * lines in ten, nobody more than about two in ten thousand. The lines come in random order, over eleven years. Of a
 * hundred some ninety-three are payable.
 *
 * <p>Usage: {@code java ClaimFiles.java FOLDER LINES [PHYSICIANS INSTITUTIONS SPANS [SEED]]}; the defaults are those of
 * {@link Scale#PROVINCE} and seed 1. Writes {@code standings.csv} and {@code claims-LINES.csv}. The lines of a short
 * file are the first lines of a long one.
 */
public final class ClaimFiles {
  /** The first claim id of every file is {@code C} and this number, the next is one more. */
  static final long FIRST_CLAIM = 1_000_000_000L;

  private static final String[] SETTINGS = {"outpatient", "inpatient", "emergency", "rescue"};
  /** The flat head of Zipf's curve, as a part of all physicians. */
  private static final double HEAD = 1.0 / 300;

  private final World world;
  private final SplittableRandom random;
  private final double head;
  private final double span;

  private ClaimFiles(World world, long seed) {
    this.world = world;
    random = new SplittableRandom(~seed);
    head = Math.max(1, HEAD * world.scale().physicians());
    span = Math.log((world.scale().physicians() + head) / head);
  }

  /** Runs it; see the usage above. */
  public static void main(String[] args) throws IOException {
    Scale scale = args.length < 5
        ? Scale.PROVINCE
        : Scale.of(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    write(Path.of(args[0]), Long.parseLong(args[1]), scale, args.length > 5 ? Long.parseLong(args[5]) : 1);
  }

  /** Writes both files; each stands under its name only when it is whole. */
  static void write(Path folder, long lines, Scale scale, long seed) throws IOException {
    Files.createDirectories(folder);
    World world = World.write(scale, seed, folder.resolve("standings.csv"));
    Path claims = folder.resolve("claims-" + lines + ".csv");
    Path part = folder.resolve("claims-" + lines + ".csv.part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
      new ClaimFiles(world, seed).writeClaims(out, lines);
    }
    Files.move(part, claims, StandardCopyOption.REPLACE_EXISTING);
  }

  private void writeClaims(OutputStream out, long lines) throws IOException {
    Row row = new Row();
    row.text("claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n").writeTo(out);
    for (long line = 0; line < lines; line++) {
      row.clear().letter('C').number(FIRST_CLAIM + line).letter(',');
      appendRest(row);
      row.writeTo(out);
    }
  }

  private void appendRest(Row row) {
    int physician = zipf();
    int post = world.anyPost(physician, random);
    int chance = random.nextInt(1000);
    // Hardly anyone bills before the first signature.
    int from = chance < 30 ? 0 : world.firstDayOf(post);
    world.date(row, from + random.nextInt(World.DAYS - from));
    int minute = random.nextInt(24 * 60);
    row.letter('T').digits(minute / 60, 2).letter(':').digits(minute % 60, 2).letter(',');
    if (chance > 4) {
      world.physician(row, physician);
    } else if (chance == 4) {
      row.letter('Q').digits(random.nextInt(10_000), 6);
    }
    row.letter(',');
    boolean elsewhere = chance > 992;
    world.institution(row, elsewhere ? random.nextInt(world.scale().institutions()) : world.institutionOf(post));
    int setting = random.nextInt(100);
    row.letter(',').text(SETTINGS[setting < 60 ? 0 : setting < 90 ? 1 : setting < 98 ? 2 : 3]).letter(',');
    row.number(random.nextInt(100) == 0 ? -1 - random.nextInt(50_000) : 100 + random.nextInt(500_000)).letter('\n');
  }

  /** The number of a physician, few of them likely, spread over all numbers so that neighbours are not alike. */
  private int zipf() {
    double rank = head * Math.expm1(random.nextDouble() * span);
    int bound = world.scale().physicians();
    return (int) (Math.min(bound - 1, (long) rank) * 1_000_003L % bound);
  }
}
