package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** 「内存试运行」 The matcher from bytes to bytes, without files, many thousand times a minute. */
final class InMemory {
  private static final MatchOptions OPTIONS = new MatchOptions(Verdict.EXCEPTED, 1, ChunkSource.LEAST_CAPACITY);

  private final StandingTable table;
  private final ByteArrayOutputStream verdicts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream rejects = new ByteArrayOutputStream();

  private InMemory(StandingTable table) {
    this.table = table;
  }

  static InMemory with(String standings) throws IOException {
    Path file = Files.createTempFile("standings", ".csv");
    try {
      Files.write(file, standings.getBytes(StandardCharsets.UTF_8));
      return new InMemory(StandingReader.read(file, ChunkSource.LEAST_CAPACITY, Packing.GZIP, Progress.SILENT));
    } finally {
      Files.delete(file);
    }
  }

  Summary match(byte[] claims) throws IOException {
    verdicts.reset();
    rejects.reset();
    ChunkSource source = new ChunkSource(new ByteArrayInputStream(claims), OPTIONS.chunkBytes(), 0);
    Chunk first = source.newChunk();
    if (!source.fill(first)) {
      throw new UnusableInput("C.csv", "empty", "it is.");
    }
    Columns columns = Columns.read("C.csv", first, ClaimLine.COLUMNS);
    Sinks sinks = Sinks.begin(verdicts, rejects, null);
    Totals none = new Totals(table, Outcome.all(OPTIONS.atStoppedInstitution()));
    Matching matching = new Matching(source, sinks, OPTIONS, table, columns,
        new Matching.Passed(columns.lines(), 0, 0, 0), none, records -> {});
    return matching.run(first, Matching.Pause.NEVER).summary(sinks.rejected());
  }

  Standings standings() {
    return new Standings(table);
  }

  byte[] verdicts() {
    return verdicts.toByteArray();
  }

  byte[] rejects() {
    return rejects.toByteArray();
  }
}
