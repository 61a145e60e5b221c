package cn.xingheng.formats;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * 「页内压缩」 How the pages of a column are packed: unpacks what is usual, packs with zstd.
 *
 * <p>The library's own way would go through Hadoop's codecs and bring all of Hadoop's run time along.
 */
final class Codecs implements CompressionCodecFactory {
  /** Writers make pages of a megabyte; one that holds a whole row group of codes still fits. */
  private static final int MOST_PAGE = 64 << 20;

  private static final int ZSTD_LEVEL = 3;

  /** Unpacks a page that must become exactly so many bytes. */
  private interface Unpacking {
    byte[] unpacked(byte[] packed, int size) throws IOException;
  }

  /** Whether pages packed so can be read. */
  static boolean reads(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
      case LZO, BROTLI, LZ4 -> false;
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case SNAPPY -> new Decompressor(Codecs::snappy);
      case GZIP -> new Decompressor(Codecs::gzip);
      case ZSTD -> new Decompressor(Codecs::zstd);
      case LZ4_RAW -> new Decompressor(Codecs::lz4);
      case UNCOMPRESSED -> new Decompressor((packed, size) -> packed);
      case LZO, BROTLI, LZ4 -> throw new IllegalArgumentException("not read: " + codec);
    };
  }

  private static byte[] snappy(byte[] packed, int size) throws IOException {
    // The library trusts the length in the bytes: it has to be ours before anything is written.
    if (Snappy.uncompressedLength(packed) != size) {
      throw new IOException("a page of another length than said");
    }
    return Snappy.uncompress(packed);
  }

  private static byte[] gzip(byte[] packed, int size) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(size);
    }
  }

  private static byte[] zstd(byte[] packed, int size) {
    return Zstd.decompress(packed, size);
  }

  /** By the part of the library that is plain Java and stays within its arrays whatever the bytes say. */
  private static byte[] lz4(byte[] packed, int size) {
    return LZ4Factory.safeInstance().safeDecompressor().decompress(packed, size);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("not written: " + codec);
    }
    return new Compressor();
  }

  @Override
  public void release() {
    // Nothing is held.
  }

  /** Unpacks pages. */
  private record Decompressor(Unpacking unpacking) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput packed, int size) throws IOException {
      return BytesInput.from(page(packed.toInputStream().readAllBytes(), size));
    }

    private byte[] page(byte[] packed, int size) throws IOException {
      if (size < 0 || size > MOST_PAGE) {
        throw new IOException("a page of " + size + " bytes");
      }
      if (packed.length == 0 && size == 0) {
        return packed;
      }
      byte[] page = unpacking.unpacked(packed, size);
      if (page.length != size) {
        throw new IOException("a page of another length than said");
      }
      return page;
    }

    @Override
    public void decompress(ByteBuffer packed, int packedSize, ByteBuffer page, int size) throws IOException {
      byte[] bytes = new byte[packedSize];
      packed.get(bytes);
      page.put(page(bytes, size));
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }

  /** Packs pages with zstd. */
  private static final class Compressor implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      return BytesInput.from(Zstd.compress(page.toInputStream().readAllBytes(), ZSTD_LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }
}
