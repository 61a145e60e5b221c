package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** 「分段试运行」 A file of claims matched in splits, as a cluster does it, in memory. */
final class InSplits {
  private final Standings standings;
  private final byte[] claims;
  private final ClaimsHeader header;
  private final long[] places;
  private final List<MatchedSplit> splits = new ArrayList<>();
  private final List<byte[]> verdicts = new ArrayList<>();
  private final List<byte[]> rejects = new ArrayList<>();
  private final List<byte[]> totals = new ArrayList<>();
  /** How many splits had to be matched again. */
  int again;

  /** The places are those between the splits, in bytes of the file, ascending. */
  InSplits(Standings standings, byte[] claims, long... between) throws IOException {
    this.standings = standings;
    this.claims = claims;
    this.header = ClaimsHeader.read("C.csv", new ByteArrayInputStream(claims));
    this.places = new long[between.length + 2];
    System.arraycopy(between, 0, places, 1, between.length);
    places[0] = header.bytes();
    places[between.length + 1] = claims.length;
  }

  private InputStream from(long position) {
    return new ByteArrayInputStream(claims, (int) position, claims.length - (int) position);
  }

  InSplits guessed() throws IOException {
    for (int i = 0; i + 1 < places.length; i++) {
      long start = i == 0 ? places[0] : matching().guess(this::from, places[i]);
      put(i, start, Math.max(places[i + 1], places[0]));
    }
    return this;
  }

  private SplitMatching matching() {
    return new SplitMatching(standings, header, Verdict.EXCEPTED, ChunkSource.LEAST_CAPACITY);
  }

  private void put(int split, long start, long to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream bad = new ByteArrayOutputStream();
    ByteArrayOutputStream sum = new ByteArrayOutputStream();
    SplitMatching matching = matching();
    MatchedSplit matched = matching.match(this::from, start, to, out, bad);
    matching.totals().save(new DataOutputStream(sum));
    set(splits, split, matched);
    set(verdicts, split, out.toByteArray());
    set(rejects, split, bad.toByteArray());
    set(totals, split, sum.toByteArray());
  }

  private static <T> void set(List<T> list, int i, T value) {
    if (i < list.size()) {
      list.set(i, value);
    } else {
      list.add(value);
    }
  }

  InSplits repaired() throws IOException {
    List<Integer> broken = chain().broken();
    while (!broken.isEmpty()) {
      int first = broken.getFirst();
      put(first, splits.get(first - 1).end(), places[first + 1]);
      again++;
      broken = chain().broken();
    }
    return this;
  }

  private SplitChain chain() {
    return new SplitChain(header.lines(), splits);
  }

  byte[] verdicts() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(SplitMatching.verdictsHeader());
    for (byte[] some : verdicts) {
      all.write(some);
    }
    return all.toByteArray();
  }

  byte[] rejects() throws IOException {
    SplitChain chain = chain();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(SplitMatching.rejectsHeader());
    for (int i = 0; i < splits.size(); i++) {
      RejectRows.empty(all, chain.linesBefore(i), chain.emptyBefore(i));
      RejectRows.renumber(new ByteArrayInputStream(rejects.get(i)), all, chain.linesBefore(i));
    }
    return all.toByteArray();
  }

  Summary summary() throws IOException {
    Totals all = standings.totals(Verdict.EXCEPTED);
    for (byte[] some : totals) {
      all.restore(new DataInputStream(new ByteArrayInputStream(some)));
    }
    all.read(chain().between());
    return all.summary(chain().rejected());
  }

  long end() {
    return chain().end();
  }
}
