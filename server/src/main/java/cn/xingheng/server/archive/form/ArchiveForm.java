package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** The archive form as a file: the door of this room. */
public final class ArchiveForm {

  private ArchiveForm() {}

  /**
   * Reads a file that should be the form. What it is, is told by its content; the name is only kept.
   *
   * @param progress is told the number of rows read so far, every now and then and at the end; whatever it throws ends
   *     the reading and comes out here
   * @throws IOException when the bytes cannot be had; a file that is no form is an answer, not an exception
   */
  public static FormRead read(String fileName, byte[] content, FormRules rules, IntConsumer progress)
      throws IOException {
    return new FormReader(fileName, rules, progress).read(new Content.InMemory(content));
  }

  /** As {@link #read(String, byte[], FormRules, IntConsumer)}, from a file on disk. */
  public static FormRead read(String fileName, Path content, FormRules rules, IntConsumer progress)
      throws IOException {
    return new FormReader(fileName, rules, progress).read(new Content.OnDisk(content));
  }

  /**
   * Writes the form as a workbook: a title over all columns, the headings, the rows numbered from 1, notes below.
   * Identity numbers, codes, certificates and phones are texts. The stream stays open.
   *
   * @param title of the form, as the province words it
   */
  public static void writeXlsx(OutputStream out, String title, Iterable<FormRow> rows) throws IOException {
    writeXlsx(out, title, rows, row -> false);
  }

  /**
   * As {@link #writeXlsx(OutputStream, String, Iterable)}, with the identity numbers of some rows masked: such a row
   * cannot be read again, and the title should say so.
   */
  public static void writeXlsx(OutputStream out, String title, Iterable<FormRow> rows, Predicate<FormRow> masked)
      throws IOException {
    FormSheet.write(out, title, rows, masked);
  }

  /** Writes the form as CSV: headings and rows, UTF-8 with its mark, safe to open. The stream stays open. */
  public static void writeCsv(OutputStream out, Iterable<FormRow> rows) throws IOException {
    writeCsv(out, "", rows, row -> false);
  }

  /**
   * As {@link #writeCsv(OutputStream, Iterable)}, with the identity numbers of some rows masked.
   *
   * @param title a line above the headings, none when it is empty
   */
  public static void writeCsv(OutputStream out, String title, Iterable<FormRow> rows, Predicate<FormRow> masked)
      throws IOException {
    FormCsv.write(out, title, rows, masked);
  }

  /**
   * Writes the rows that were not taken as they came, with the reasons in a further column, to be mended and read
   * again. The stream stays open.
   *
   * @param reasons why a row was not taken, each a sentence; none for a row that was
   * @param all whether rows that were taken are written too
   */
  public static void writeFaults(
      OutputStream out, FormRead.Rows read, Function<FormLine, List<String>> reasons, boolean all) throws IOException {
    FaultSheet.write(out, read, reasons, all);
  }
}
