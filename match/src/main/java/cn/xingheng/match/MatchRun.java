package cn.xingheng.match;

import java.io.IOException;

/** 「结算匹配」 One run from files to files: standings into memory, then the claims through it, any number of them. */
public final class MatchRun {
  private final MatchFiles files;
  private final MatchOptions options;
  private final Progress progress;
  private final StandingTable table;

  private MatchRun(MatchFiles files, MatchOptions options, Progress progress, StandingTable table) {
    this.files = files;
    this.options = options;
    this.progress = progress;
    this.table = table;
  }

  /**
   * Runs, and tells what came of it; the files stand written then.
   *
   * @throws UnusableInput when an input cannot be used; nothing has been written then
   * @throws IOException when reading or writing fails on the way; nothing has been written then, or, when the run is
   *     resumable, the next run of the same goes on from about here
   */
  public static Summary run(MatchFiles files, MatchOptions options, Progress progress) throws IOException {
    files.check(options);
    StandingTable table = SnapshotFile.isOne(files.standings())
        ? SnapshotFile.open(files.standings())
        : StandingReader.read(files.standings(), options.chunkBytes(), options.packing(), progress);
    return new MatchRun(files, options, progress, table).match();
  }

  private Summary match() throws IOException {
    try (InputFile claims = new InputFile(files.claims(), options.packing(), ClaimLine.COLUMNS)) {
      ChunkSource source = new ChunkSource(claims.text(), options.chunkBytes(), 0);
      Chunk first = source.newChunk();
      if (!source.fill(first)) {
        throw new UnusableInput(
            files.claims().toString(), "the file is empty 文件为空", "the program that writes it has not finished.");
      }
      Columns columns = Columns.read(files.claims().toString(), first, ClaimLine.COLUMNS);
      try (Outputs outputs = new Outputs(files, options)) {
        return options.resumable()
            ? goOn(claims, source, first, columns, outputs)
            : once(claims, source, first, columns, outputs);
      }
    }
  }

  private Summary once(InputFile claims, ChunkSource source, Chunk first, Columns columns, Outputs outputs)
      throws IOException {
    if (!options.unique()) {
      Sinks sinks = Sinks.begin(outputs.verdicts(), outputs.rejects(), null);
      return finish(claims, begin(claims, source, first, columns, sinks, Matching.Pause.NEVER), sinks, outputs);
    }
    try (UniqueIds unique = new UniqueIds(MatchFiles.folder(files.verdicts()))) {
      Sinks sinks = Sinks.begin(outputs.verdicts(), outputs.rejects(), unique);
      Totals totals = begin(claims, source, first, columns, sinks, Matching.Pause.NEVER);
      unique.check(files.claims());
      return finish(claims, totals, sinks, outputs);
    }
  }

  private Totals begin(InputFile claims, ChunkSource source, Chunk first, Columns columns, Sinks sinks,
      Matching.Pause pause) throws IOException {
    Matching.Passed passed = new Matching.Passed(columns.lines(), 0, 0, 0);
    Totals totals = new Totals(table, Outcome.all(options.atStoppedInstitution()));
    return matching(claims, source, columns, sinks, passed, totals).run(first, pause);
  }

  /** Begins with a journal, or goes on from where the journal says. */
  private Summary goOn(InputFile claims, ChunkSource source, Chunk first, Columns columns, Outputs outputs)
      throws IOException {
    Journal journal = new Journal(files, options, table, outputs);
    Journal.Entry last = journal.last();
    if (last == null) {
      outputs.restart();
      Sinks sinks = Sinks.begin(outputs.verdicts(), outputs.rejects(), null);
      Summary summary = finish(claims, begin(claims, source, first, columns, sinks, journal), sinks, outputs);
      journal.delete();
      return summary;
    }
    outputs.backTo(last.lengths());
    try (InputFile again = new InputFile(files.claims(), options.packing(), ClaimLine.COLUMNS)) {
      again.text().skipNBytes(last.position());
      ChunkSource rest = new ChunkSource(again.text(), options.chunkBytes(), last.position());
      Sinks sinks = new Sinks(outputs.verdicts(), outputs.rejects(), null, last.rejected());
      Matching matching = matching(again, rest, columns, sinks, last.passed(), last.totals());
      Summary summary = finish(again, matching.run(null, journal), sinks, outputs);
      journal.delete();
      return summary;
    }
  }

  private Matching matching(InputFile claims, ChunkSource source, Columns columns, Sinks sinks,
      Matching.Passed passed, Totals totals) {
    return new Matching(source, sinks, options, table, columns, passed, totals,
        records -> progress.advanced(Progress.Stage.CLAIMS, claims.bytesRead(), claims.size(), records));
  }

  private static Summary finish(InputFile claims, Totals totals, Sinks sinks, Outputs outputs) throws IOException {
    claims.checkUnchanged();
    Summary summary = totals.summary(sinks.rejected());
    outputs.commit(summary);
    return summary;
  }
}
