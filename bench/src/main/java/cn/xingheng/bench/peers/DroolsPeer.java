package cn.xingheng.bench.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * 「Drools 对手」 The same matching as rules: all rows are facts of one session, lines come as further facts and go again.
 *
 * <p>The rules are compiled to Java (executable model), conditions on codes are indexed by the engine. Lines come in
 * groups of a thousand, for an engine is faster with many. It prints what a line takes once the rows are loaded.
 */
public final class DroolsPeer {
  private static final int GROUP = 1000;

  private final Sums sums = new Sums();

  private DroolsPeer() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    KieSession session = session();
    try (BufferedReader reader = Files.newBufferedReader(Path.of(args[0]))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        session.insert(Span.of(line.split(",", -1)));
      }
    }
    long start = System.nanoTime();
    DroolsPeer peer = new DroolsPeer();
    long lines = peer.match(session, Path.of(args[1]), Path.of(args[2]));
    peer.sums.write(Path.of(args[3]));
    System.out.printf("%,d lines, %.2f microseconds each%n", lines, (System.nanoTime() - start) / 1e3 / lines);
  }

  private static KieSession session() throws IOException {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/rules.drl", DuckPeer.script("claims.drl"));
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException("rules: " + builder.getResults());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId()).newKieSession();
  }

  private long match(KieSession session, Path claims, Path verdicts) throws IOException {
    long lines = 0;
    try (BufferedReader reader = Files.newBufferedReader(claims); BufferedWriter writer =
        Files.newBufferedWriter(verdicts, StandardCharsets.UTF_8)) {
      reader.readLine();
      writer.write("claim_id,verdict,because\n");
      List<String[]> group = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        group.add(line.split(",", -1));
        lines++;
        if (group.size() == GROUP) {
          decide(session, group, writer);
        }
      }
      decide(session, group, writer);
    }
    return lines;
  }

  private void decide(KieSession session, List<String[]> group, BufferedWriter writer) throws IOException {
    List<DroolsLine> lines = new ArrayList<>();
    List<FactHandle> handles = new ArrayList<>();
    for (String[] fields : group) {
      LocalDate day = LocalDateTime.parse(fields[1]).toLocalDate();
      DroolsLine line = new DroolsLine(fields[2], fields[3], day, fields[4]);
      lines.add(line);
      handles.add(session.insert(line));
    }
    session.fireAllRules();
    handles.forEach(session::delete);
    for (int i = 0; i < lines.size(); i++) {
      Answer answer = lines.get(i).answer();
      writer.write(group.get(i)[0] + "," + answer.verdict() + "," + answer.because() + "\n");
      sums.add(answer, group.get(i)[3], Long.parseLong(group.get(i)[5]));
    }
    group.clear();
  }
}
