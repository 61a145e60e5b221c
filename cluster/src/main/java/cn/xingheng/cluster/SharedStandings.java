package cn.xingheng.cluster;

import cn.xingheng.match.Standings;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A snapshot of standings on its way to the executors, in pieces: that of a nation may be longer than an array can be.
 *
 * <p>Spark passes the pieces on from executor to executor. Each process opens the snapshot once; its tasks share it.
 */
final class SharedStandings implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PIECE = 32 << 20;
  private static final AtomicReference<Opened> OPENED = new AtomicReference<>();

  private final String id = UUID.randomUUID().toString();
  private final String name;
  private final long size;
  private final List<Broadcast<byte[]>> pieces;

  private record Opened(String id, Standings standings) {}

  private SharedStandings(String name, long size, List<Broadcast<byte[]>> pieces) {
    this.name = name;
    this.size = size;
    this.pieces = List.copyOf(pieces);
  }

  /** Sends a snapshot file that has been opened here. */
  static SharedStandings send(JavaSparkContext spark, String name, Path snapshot, Standings opened)
      throws IOException {
    List<Broadcast<byte[]>> pieces = new ArrayList<>();
    try (InputStream in = Files.newInputStream(snapshot)) {
      byte[] piece = in.readNBytes(PIECE);
      while (piece.length > 0) {
        pieces.add(spark.broadcast(piece));
        piece = in.readNBytes(PIECE);
      }
    }
    SharedStandings shared = new SharedStandings(name, Files.size(snapshot), pieces);
    OPENED.set(new Opened(shared.id, opened));
    return shared;
  }

  /** The standings in this process. */
  Standings get() {
    synchronized (OPENED) {
      Opened opened = OPENED.get();
      if (opened == null || !opened.id.equals(id)) {
        opened = new Opened(id, open());
        OPENED.set(opened);
      }
      return opened.standings;
    }
  }

  private Standings open() {
    try (Fetched bytes = new Fetched(pieces.iterator())) {
      return Standings.read(name, bytes, size);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The pieces one behind the other, each fetched when it is asked for, so that no two need be held at once. */
  private static final class Fetched implements ReadableByteChannel {
    private final Iterator<Broadcast<byte[]>> pieces;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    Fetched(Iterator<Broadcast<byte[]>> pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read(ByteBuffer to) {
      while (!piece.hasRemaining()) {
        if (!pieces.hasNext()) {
          return -1;
        }
        piece = ByteBuffer.wrap(pieces.next().value());
      }
      int some = Math.min(piece.remaining(), to.remaining());
      to.put(piece.slice(piece.position(), some));
      piece.position(piece.position() + some);
      return some;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
