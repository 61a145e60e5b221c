package cn.xingheng.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.launcher.JavaModuleOptions;

/** A Spark cluster of processes on this machine, on its loopback only: a master, and workers that can be killed. */
final class LocalCluster implements AutoCloseable {
  private static final long SECONDS = 20;
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private final Path home;
  private final List<Process> workers = new ArrayList<>();
  private final Process master;
  private final String url;

  /** The home of Spark is made in the folder of what is built, of the jars on the class path of the test. */
  LocalCluster() throws IOException {
    home = Path.of("target", "spark").toAbsolutePath();
    FileUtil.fullyDelete(home.toFile());
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (Path jar : classPath().filter(LocalCluster::foreign).toList()) {
      Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
    }
    Path settings = Files.createDirectories(home.resolve("conf"));
    try (var in = LocalCluster.class.getResourceAsStream("/log4j2.properties")) {
      Files.write(settings.resolve("log4j2.properties"), in.readAllBytes());
    }
    master = start("master", "org.apache.spark.deploy.master.Master", "--port", "0");
    url = heard(master, MASTER).group(1);
  }

  static Stream<Path> classPath() {
    String entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(entries.split(File.pathSeparator)).map(Path::of);
  }

  /** What is ours on the class path: folders of classes, and the jars of our modules. */
  static Stream<Path> ours() {
    return classPath().filter(entry -> !foreign(entry));
  }

  private static boolean foreign(Path entry) {
    String name = entry.getFileName().toString();
    return name.endsWith(".jar") && !name.matches("(core|match|formats)-[0-9.]+(-SNAPSHOT)?\\.jar");
  }

  String url() {
    return url;
  }

  /** Starts workers of one core each until so many live. */
  void workers(int wanted) throws IOException {
    workers.removeIf(worker -> !worker.isAlive());
    while (workers.size() < wanted) {
      Process worker = start("worker", "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1g",
          "--work-dir", home.resolve("work").toString(), url);
      heard(worker, REGISTERED);
      workers.add(worker);
    }
  }

  /** Kills a worker and its executors, as a power cut does; how many processes that were. */
  int kill() throws InterruptedException {
    Process worker = workers.getFirst();
    List<ProcessHandle> all = new ArrayList<>(worker.descendants().toList());
    all.forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
    return all.size() + 1;
  }

  /** Runs spark-submit to its end. */
  Process submit(String... words) throws IOException {
    return start("submit", "org.apache.spark.deploy.SparkSubmit", words);
  }

  /** What spark-submit said of faults and of its result. */
  String submitErrors() throws IOException {
    return Files.readString(home.resolve("submit.err"));
  }

  private Process start(String name, String type, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.add(name.equals("submit") ? "-Xmx512m" : "-Xmx128m");
    command.addAll(List.of("-XX:+UseSerialGC", "-Dspark.ui.enabled=false", "-cp",
        home.resolve("conf") + File.pathSeparator + home.resolve("jars") + "/*", type));
    if (!name.equals("submit")) {
      command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    }
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_DIRS", home.resolve("local").toString());
    builder.redirectError(home.resolve(name + ".err").toFile());
    return builder.start();
  }

  /** Waits until a process says it. What it says afterwards is read, so that it never waits for a reader. */
  private static Matcher heard(Process process, Pattern wanted) throws IOException {
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher found = wanted.matcher(line);
      if (found.find()) {
        Thread rest = new Thread(() -> out.lines().forEach(said -> { }), "hears " + process.pid());
        rest.setDaemon(true);
        rest.start();
        return found;
      }
    }
    throw new IOException("ended without a word of " + wanted);
  }

  @Override
  public void close() throws InterruptedException {
    List<Process> all = new ArrayList<>(workers);
    all.add(master);
    for (Process process : all) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
    }
  }
}
