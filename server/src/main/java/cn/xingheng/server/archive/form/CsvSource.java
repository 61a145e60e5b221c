package cn.xingheng.server.archive.form;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of a text file whose charset and separator are known. */
final class CsvSource implements RowSource {

  /** What may stand between two values. */
  static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int MARK = 4;

  private final CloseableIterator<CsvRecord> records;
  private int number;

  CsvSource(Content content, Charset charset, char separator) throws IOException {
    Reader reader = reader(content, charset);
    this.records = CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(LONGEST_FIELD)
        .ofCsvRecord(reader)
        .iterator();
  }

  /** The charset of a text: by its mark, else UTF-8 if all of it is, else GB18030 if all of it is. */
  static Charset charset(Content content) throws IOException, FileRefused {
    byte[] head;
    try (InputStream in = content.open()) {
      head = in.readNBytes(2);
    }
    if (FileKind.startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (FileKind.startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      if (fits(content, charset)) {
        return charset;
      }
    }
    throw new FileRefused(FormProblem.FILE_NOT_SPREADSHEET);
  }

  @Override
  public String sheet() {
    return "";
  }

  @Override
  public Optional<Row> next() throws FileRefused, IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      number++;
      return Optional.of(new Row(number, records.next().getFields().stream().map(FoundCell::text).toList()));
    } catch (CsvParseException e) {
      throw new FileRefused(FormProblem.FILE_BROKEN);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static boolean fits(Content content, Charset charset) throws IOException {
    try (Reader reader = reader(content, charset)) {
      reader.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Behind the mark at the beginning, if there is one. */
  private static Reader reader(Content content, Charset charset) throws IOException {
    InputStream in = content.open();
    in.mark(MARK);
    byte[] mark = "\uFEFF".getBytes(charset);
    byte[] head = in.readNBytes(mark.length);
    if (!Arrays.equals(mark, head)) {
      in.reset();
    }
    return new InputStreamReader(in, charset.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
