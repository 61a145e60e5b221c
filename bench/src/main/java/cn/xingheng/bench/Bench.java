package cn.xingheng.bench;

import cn.xingheng.bench.online.Online;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * 「测速」 Runs one comparison and writes its section of the results; {@code bench/run.sh} starts it.
 *
 * <p>{@code Bench ROOT DATA WHAT LINES RUNS}.
 */
public final class Bench {
  private static final int DEMO_PORT = 18099;
  private final Path root;
  private final Data data;
  private final Programs programs;
  private final String what;
  private final int lines;
  private final int runs;

  private Bench(String[] args) {
    root = Path.of(args[0]);
    data = new Data(Path.of(args[1]));
    programs = new Programs(root, data);
    what = args[2];
    lines = Integer.parseInt(args[3]);
    runs = Integer.parseInt(args[4]);
  }

  /** Runs it; a difference between two answers ends it with a sentence and exit code 1, any other fault with 2. */
  public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
    try {
      new Bench(args).run();
    } catch (Disagreement difference) {
      System.err.println("bench: the answers differ. " + difference.getMessage());
      System.exit(1);
    } catch (IOException | IllegalArgumentException fault) {
      System.err.println("bench: " + fault.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    switch (what) {
      case "duckdb" -> duckDb("CSV against DuckDB on CSV", Scale.PROVINCE, false, false);
      case "duckdb-snapshot" -> snapshotAgainstDuckDb();
      case "duckdb-parquet" -> duckDb("CSV against DuckDB on Parquet", Scale.PROVINCE, false, true);
      case "parquet" -> duckDb("Parquet against DuckDB on Parquet", Scale.PROVINCE, true, true);
      case "nation-duckdb" -> duckDb("the nation, CSV against DuckDB on CSV", Scale.NATION, false, false);
      case "plain" -> peer("plain Java", programs.plain(standings(), csv()));
      case "postgres" -> peer("PostgreSQL", programs.postgres(standings(), csv()));
      case "drools" -> peer("Drools", programs.drools(standings(), csv()));
      case "nation" -> nation("CSV", data.standings(Scale.PROVINCE), data.standings(Scale.NATION));
      case "nation-snapshot" -> nation("standings packed", data.snapshot(Scale.PROVINCE, lines, programs),
          data.snapshot(Scale.NATION, lines, programs));
      case "phases" -> phases();
      case "snapshot" -> snapshot();
      case "online" -> online();
      default -> throw new IllegalArgumentException("nothing is called " + what + "; bench/run.sh says what there is");
    }
  }

  private Path standings() {
    return data.standings(Scale.PROVINCE);
  }

  private Path csv() throws IOException, InterruptedException {
    return data.claims(Scale.PROVINCE, lines);
  }

  private void peer(String name, Side peer) throws IOException, InterruptedException {
    compare("CSV against " + name, programs.ours("ours", Scale.PROVINCE, standings(), csv()), peer, "");
  }

  private void duckDb(String title, Scale scale, boolean oursParquet, boolean theirsParquet)
      throws IOException, InterruptedException {
    Path claims = data.claims(scale, lines);
    Path oursIn = oursParquet ? data.parquet(scale, lines) : claims;
    Path theirsIn = theirsParquet ? data.parquet(scale, lines) : claims;
    Path standings = data.standings(scale);
    duckDb(title, programs.ours("ours", scale, standings, oursIn), standings, theirsIn, oursIn);
  }

  /** Ours opens a packed snapshot; DuckDB reads the standings as CSV, which takes it half a second. */
  private void snapshotAgainstDuckDb() throws IOException, InterruptedException {
    Path claims = csv();
    Side ours = programs.ours("ours", Scale.PROVINCE, data.snapshot(Scale.PROVINCE, lines, programs), claims);
    duckDb("CSV and packed standings against DuckDB on CSV", ours, standings(), claims, claims);
  }

  private void duckDb(String title, Side ours, Path standings, Path theirsIn, Path oursIn)
      throws IOException, InterruptedException {
    ReadAll.warm(oursIn, theirsIn, standings);
    Side codes = programs.duckDb("codes", standings, theirsIn);
    Side numbers = programs.duckDb("numbers", standings, theirsIn);
    Measured byCodes = Measured.run(codes.command(), data.folder());
    Measured byNumbers = Measured.run(numbers.command(), data.folder());
    boolean direct = byCodes.cpu() <= byNumbers.cpu();
    String tried = String.format(Locale.ROOT, "%nDuckDB's plans, tried before: joined on the codes %.2f s, CPU %.2f s;"
        + " on an integer dictionary %.2f s, CPU %.2f s. The pairs are with %s.%n", byCodes.wall(), byCodes.cpu(),
        byNumbers.wall(), byNumbers.cpu(), direct ? "the codes" : "the dictionary");
    compare(title, ours, direct ? codes : numbers, tried);
  }

  private void compare(String title, Side ours, Side peer, String more) throws IOException, InterruptedException {
    write(title, new Comparison(title, ours, peer, lines, runs).run(data.folder()) + more);
  }

  private void write(String title, String text) throws IOException {
    put(String.format(Locale.ROOT, "%,d lines: %s", lines, title), text);
  }

  private void put(String title, String text) throws IOException {
    new Results(root.resolve("bench/RESULTS.md")).put(what + "-" + lines, title,
        "bench/run.sh " + what + " " + lines + " " + runs, text);
    System.out.println(text);
  }

  /** What a line costs when the standings are those of a nation, and not of a province. */
  private void nation(String how, Path few, Path many) throws IOException, InterruptedException {
    Path claims = data.claims(Scale.NATION, lines);
    Side province = programs.ours("province", Scale.PROVINCE, few, csv());
    Side nation = programs.ours("nation", Scale.NATION, many, claims);
    ReadAll.warm(csv(), claims, few, many);
    List<Measured> small = new ArrayList<>();
    List<Measured> large = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      small.add(Measured.run(province.command(), data.folder()));
      large.add(Measured.run(nation.command(), data.folder()));
    }
    write("the nation against the province, both ours, " + how, Comparison.table(province.name(), small, nation.name(),
        large) + "\nStart and standings are included. Load after it: " + Machine.load() + ".\n");
  }

  private void phases() throws IOException, InterruptedException, ExecutionException {
    Path claims = csv();
    StringBuilder rows = new StringBuilder("""
        | run | standings open, s | claims, s | claims, MB/s | raw read, MB/s | part |
        | --- | ---: | ---: | ---: | ---: | ---: |
        """);
    for (int run = 0; run < runs; run++) {
      double raw = Double.parseDouble(said(Programs.java(List.of(), ReadRate.class, claims.toString()))) / 1e6;
      String[] spent = said(Programs.java(List.of(Scale.PROVINCE.heap()), Phases.class, standings().toString(),
          claims.toString(), data.out("ours.csv").toString(), data.out("ours.json").toString(),
          String.valueOf(Runtime.getRuntime().availableProcessors()))).split(" ", -1);
      double rate = Files.size(claims) / 1e6 / Double.parseDouble(spent[1]);
      rows.append(String.format(Locale.ROOT, "| %d | %s | %s | %.0f | %.0f | %.1f %% |%n", run + 1, spent[0], spent[1],
          rate, raw, 100 * rate / raw));
    }
    write("phases of ours, CSV", rows + "\nThe raw rate is that of two threads which read the file from the page cache"
        + " and do nothing else. Load after it: " + Machine.load() + ".\n");
  }

  private void snapshot() throws IOException, InterruptedException {
    StringBuilder rows = new StringBuilder("""
        | standings | file, MB | first in a fresh Java, ms | again, ms |
        | --- | ---: | --- | --- |
        """);
    for (Scale scale : List.of(Scale.PROVINCE, Scale.NATION)) {
      Path line = data.oneLine(scale, lines);
      Path snapshot = data.snapshot(scale, lines, programs);
      List<String> first = new ArrayList<>();
      List<String> again = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        String[] spent = said(Programs.java(List.of(scale.heap()), Opening.class, snapshot.toString(), line.toString(),
            data.out("one.csv").toString(), data.out("one.json").toString())).split(" ", -1);
        first.add(spent[0]);
        again.add(spent[1]);
      }
      rows.append(String.format(Locale.ROOT, "| %s | %.0f | %s | %s |%n", scale.name(), Files.size(snapshot) / 1e6,
          String.join(", ", first), String.join(", ", again)));
    }
    write("opening a snapshot", rows + "\nEach figure is a whole run over a file of one line. Load after it: "
        + Machine.load() + ".\n");
  }

  /** The claims check of a demonstration with as many physicians as lines were asked for. */
  private void online() throws IOException, InterruptedException, ExecutionException {
    String folder = data.folder().resolve("demo-" + lines).toString();
    List<String> command = programs.server("demo", "--data", folder, "--physicians", String.valueOf(lines), "--port",
        String.valueOf(DEMO_PORT));
    String text = Online.measure(command, DEMO_PORT, runs) + "\nLoad after it: " + Machine.load() + ".\n";
    put(String.format(Locale.ROOT, "%,d physicians: the claims check over HTTP", lines), text);
  }

  /** The last line that a program writes. */
  private static String said(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> said;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      said = reader.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
    return said.getLast();
  }
}
