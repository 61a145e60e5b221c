package cn.xingheng.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 「判定文件」 What one program said of every line, by the number of the claim: one byte each, so that a hundred million fit.
 *
 * <p>The order of the lines is nobody's concern here. Verdict and cause are the text behind the claim id.
 */
final class Verdicts {
  /** The texts met so far, the first at 1; shared by the files that are held against each other. */
  static final class Texts {
    private static final int MOST = 127;
    private final List<byte[]> texts = new ArrayList<>();

    private byte number(byte[] line, int from, int to) {
      for (int i = 0; i < texts.size(); i++) {
        byte[] text = texts.get(i);
        if (text.length == to - from && Arrays.equals(text, 0, text.length, line, from, to)) {
          return (byte) (i + 1);
        }
      }
      if (texts.size() == MOST) {
        throw new IllegalArgumentException("more than " + MOST + " different verdicts");
      }
      texts.add(Arrays.copyOfRange(line, from, to));
      return (byte) texts.size();
    }

    private String text(byte number) {
      return number == 0 ? "nothing" : new String(texts.get(number - 1), StandardCharsets.UTF_8);
    }
  }

  private static final String HEADER = "claim_id,verdict,because";

  private final Path file;
  private final byte[] ofClaim;
  private final Texts texts;

  private Verdicts(Path file, int lines, Texts texts) {
    this.file = file;
    this.ofClaim = new byte[lines];
    this.texts = texts;
  }

  /**
   * Reads a verdicts file that must speak of so many claims, of each once.
   *
   * @throws Disagreement when a claim is named twice, or is none of them
   */
  static Verdicts read(Path file, int lines, Texts texts) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      if (!HEADER.equals(reader.readLine())) {
        throw new Disagreement(file + " does not begin with " + HEADER);
      }
    }
    Verdicts verdicts = new Verdicts(file, lines, texts);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(HEADER.length() + 1L);
      verdicts.readLines(in);
    }
    return verdicts;
  }

  private void readLines(InputStream in) throws IOException {
    byte[] bytes = new byte[1 << 20];
    int have = 0;
    int got = in.readNBytes(bytes, 0, bytes.length);
    while (got > 0) {
      have += got;
      int from = 0;
      for (int at = 0; at < have; at++) {
        if (bytes[at] == '\n') {
          take(bytes, from, at);
          from = at + 1;
        }
      }
      have -= from;
      System.arraycopy(bytes, from, bytes, 0, have);
      got = in.readNBytes(bytes, have, bytes.length - have);
    }
    if (have > 0) {
      throw new Disagreement(file + " ends in the middle of a line");
    }
  }

  private void take(byte[] line, int from, int to) {
    long number = 0;
    int at = from + 1;
    while (at < to && line[at] >= '0' && line[at] <= '9') {
      number = 10 * number + line[at++] - '0';
    }
    long claim = number - ClaimFiles.FIRST_CLAIM;
    if (at == to || line[at] != ',' || claim < 0 || claim >= ofClaim.length) {
      throw new Disagreement(file + " has a line of no claim: " + new String(line, from, to - from,
          StandardCharsets.UTF_8));
    }
    if (ofClaim[(int) claim] != 0) {
      throw new Disagreement(file + " names claim C" + number + " twice");
    }
    ofClaim[(int) claim] = texts.number(line, at + 1, to);
  }

  /**
   * Holds the two against each other.
   *
   * @throws Disagreement when a line is missing in either, or the two say different things of one
   */
  void mustEqual(Verdicts other) {
    int claim = Arrays.mismatch(ofClaim, other.ofClaim);
    int silent = indexOfNothing();
    if (claim < 0 && silent >= 0) {
      throw new Disagreement(
          file + " and " + other.file + " both say nothing of C" + (ClaimFiles.FIRST_CLAIM + silent));
    }
    if (claim >= 0) {
      throw new Disagreement("claim C" + (ClaimFiles.FIRST_CLAIM + claim) + ": " + file + " says "
          + texts.text(ofClaim[claim]) + ", " + other.file + " says " + texts.text(other.ofClaim[claim]));
    }
  }

  private int indexOfNothing() {
    for (int i = 0; i < ofClaim.length; i++) {
      if (ofClaim[i] == 0) {
        return i;
      }
    }
    return -1;
  }
}
