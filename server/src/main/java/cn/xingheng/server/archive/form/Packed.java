package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a packed workbook before it is read: that it is one, and that nothing in it is larger than honest
 * workbooks are. It unpacks every part once and keeps none; sizes that the file states about itself are not believed.
 */
final class Packed {

  private static final int PARTS = 5_000;

  /** The ways of packing that spreadsheet programs use. */
  private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

  /** Everything but the sheets is held in memory when the workbook is read. */
  private static final int HELD_IN_MEMORY = 4;

  private final FormRules.Limits limits;
  private final byte[] buffer = new byte[1 << 15];
  private long unpacked;
  private long held;

  private Packed(FormRules.Limits limits) {
    this.limits = limits;
  }

  static void check(Content content, FormRules.Limits limits) throws FileRefused, IOException {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(content.channel()).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      boolean workbook = parts.stream().anyMatch(part -> part.getName().equals("[Content_Types].xml"))
          && parts.stream().anyMatch(part -> part.getName().startsWith("xl/"));
      if (!workbook) {
        throw new FileRefused(FormProblem.FILE_NOT_SPREADSHEET);
      }
      if (parts.size() > PARTS) {
        throw new FileRefused(FormProblem.FILE_UNPACKS_TOO_BIG, FileKind.megabytes(limits.unpacked()));
      }
      Packed packed = new Packed(limits);
      for (ZipArchiveEntry part : parts) {
        if (!METHODS.contains(part.getMethod()) || part.getGeneralPurposeBit().usesEncryption()) {
          throw new FileRefused(FormProblem.FILE_BROKEN);
        }
        try (InputStream in = zip.getInputStream(part)) {
          packed.count(part.getName().toLowerCase(Locale.ROOT), in);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new FileRefused(FormProblem.FILE_BROKEN);
    }
  }

  private void count(String name, InputStream in) throws IOException, FileRefused {
    boolean markup = !name.startsWith("xl/media/") && !name.endsWith(".bin");
    boolean sheet = name.startsWith("xl/worksheets/");
    MarkupScan scan = new MarkupScan();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      unpacked += n;
      held += sheet ? 0 : n;
      if (unpacked > limits.unpacked() || held > limits.unpacked() / HELD_IN_MEMORY || (markup && !honest(scan, n))) {
        throw new FileRefused(FormProblem.FILE_UNPACKS_TOO_BIG, FileKind.megabytes(limits.unpacked()));
      }
    }
  }

  private boolean honest(MarkupScan scan, int n) {
    for (int i = 0; i < n; i++) {
      if (!scan.honest(buffer[i])) {
        return false;
      }
    }
    return true;
  }
}
