package cn.xingheng.server.archive.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A workbook with a part changed by hand. */
final class HostileWorkbook {

  private HostileWorkbook() {}

  /** The first sheet. */
  static byte[] withSheet(byte[] workbook, UnaryOperator<String> change) throws IOException {
    return with(workbook, "xl/worksheets/sheet1.xml", change);
  }

  private static byte[] with(byte[] workbook, String name, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        String text = new String(in.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(part.getName()));
        zip.write((part.getName().equals(name) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
