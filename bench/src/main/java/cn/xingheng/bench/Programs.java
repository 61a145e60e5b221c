package cn.xingheng.bench;

import cn.xingheng.bench.peers.DroolsPeer;
import cn.xingheng.bench.peers.DuckPeer;
import cn.xingheng.bench.peers.PlainPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 「参赛程序」 The command of each program in a comparison.
 *
 * @param root the repository, with {@code app} built
 * @param data where to read and write
 */
record Programs(Path root, Data data) {
  private static final List<String> FLAGS = List.of("-Xshare:auto", "-XX:+UseSerialGC",
      "--enable-native-access=ALL-UNNAMED", "-Dslf4j.internal.verbosity=ERROR");

  /** A class with a main method, in a Java of its own, with the class path of this one. */
  static List<String> java(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = command(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static List<String> command(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(flags);
    return command;
  }

  /** What is shipped, as {@code xingheng match} starts it. */
  Side ours(String name, Scale scale, Path standings, Path claims) throws IOException {
    Path verdicts = data.out("ours.csv");
    Path totals = data.out("ours.json");
    List<String> command = shipped(scale, "match", "--standings", standings.toString(), "--claims", claims.toString(),
        "--out", verdicts.toString(), "--summary", totals.toString(), "--threads",
        String.valueOf(Runtime.getRuntime().availableProcessors()));
    return new Side(name, List.of(), command, verdicts, totals);
  }

  /** A command of what is shipped. */
  List<String> shipped(Scale scale, String... arguments) {
    List<String> command = command(List.of(scale.heap()));
    command.addAll(List.of("-jar", root.resolve("app/target/xingheng.jar").toString()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** A command that serves, with both compilers. */
  List<String> server(String... arguments) {
    List<String> command = command(List.of("-Xmx6g", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-jar", root.resolve("app/target/xingheng.jar").toString()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  Side duckDb(String plan, Path standings, Path claims) throws IOException {
    Path verdicts = data.out("duckdb.csv");
    Path totals = data.out("duckdb-totals.csv");
    return new Side("DuckDB", List.of(), java(List.of("-Xmx128m"), DuckPeer.class, plan, standings.toString(),
        claims.toString(), verdicts.toString(), totals.toString()), verdicts, totals);
  }

  Side plain(Path standings, Path claims) throws IOException {
    return javaPeer("plain Java", "-Xmx2g", PlainPeer.class, standings, claims);
  }

  Side drools(Path standings, Path claims) throws IOException {
    return javaPeer("Drools", "-Xmx4g", DroolsPeer.class, standings, claims);
  }

  private Side javaPeer(String name, String heap, Class<?> main, Path standings, Path claims) throws IOException {
    Path verdicts = data.out("peer.csv");
    Path totals = data.out("peer-totals.csv");
    return new Side(name, List.of(), java(List.of(heap), main, standings.toString(), claims.toString(),
        verdicts.toString(), totals.toString()), verdicts, totals);
  }

  Side postgres(Path standings, Path claims) throws IOException {
    Path verdicts = data.out("postgres.csv");
    Path totals = data.out("postgres-totals.csv");
    String script = root.resolve("bench/postgres.sh").toString();
    String cluster = data.folder().resolve("postgres").toString();
    return new Side("PostgreSQL", List.of(script, "new", cluster), List.of(script, "run", cluster, standings.toString(),
        claims.toString(), verdicts.toString(), totals.toString()), verdicts, totals);
  }
}
