package cn.xingheng.match;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** 「另算合计」 Adds up what stands in the verdicts, the rejects and the claims, with a kept CSV reader. */
final class AddedUp {
  long read;
  long decided;
  long rejected;
  BigInteger fen = BigInteger.ZERO;
  final Map<String, Summary.Entry> byVerdict = new TreeMap<>();
  final Map<String, Summary.Entry> byCause = new TreeMap<>();
  final Map<String, Summary.Entry> byInstitution = new TreeMap<>();

  AddedUp(String claims, String verdicts, String rejects) throws IOException {
    Set<Long> bad = new HashSet<>();
    Naive.read(rejects).stream().skip(1).forEach(reject -> bad.add(Long.valueOf(reject.getField(0))));
    List<CsvRecord> decisions = Naive.read(verdicts);
    List<CsvRecord> lines = Naive.read(claims);
    List<String> header = lines.getFirst().getFields();
    for (CsvRecord line : lines.subList(1, lines.size())) {
      read++;
      if (bad.contains(line.getStartingLineNumber())) {
        rejected++;
        continue;
      }
      decided++;
      CsvRecord decision = decisions.get((int) decided);
      if (!decision.getField(0).equals(line.getField(header.indexOf("claim_id")))) {
        throw new AssertionError("out of order: " + decision + " for " + line);
      }
      BigInteger amount = new BigInteger(line.getField(header.indexOf("amount_fen")));
      fen = fen.add(amount);
      add(byVerdict, decision.getField(1), amount);
      add(byInstitution, line.getField(header.indexOf("institution_code")), amount);
      if (!decision.getField(2).isEmpty()) {
        add(byCause, decision.getField(2), amount);
      }
    }
    if (decisions.size() != decided + 1) {
      throw new AssertionError("more verdicts than lines: " + decisions.size());
    }
  }

  private static void add(Map<String, Summary.Entry> entries, String key, BigInteger amount) {
    entries.merge(key, new Summary.Entry(1, amount),
        (a, b) -> new Summary.Entry(a.lines() + b.lines(), a.fen().add(b.fen())));
  }
}
