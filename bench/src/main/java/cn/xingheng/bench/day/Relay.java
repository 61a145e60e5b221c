package cn.xingheng.bench.day;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** 「线路」 The line between hospital and server: passes bytes on, until it is cut amid what it carries. */
final class Relay implements AutoCloseable {
  private static final int BUFFER = 1 << 14;
  private final ServerSocket door;
  private final InetSocketAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final LongAdder torn = new LongAdder();
  private volatile boolean down;

  Relay(URI server) throws IOException {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where workstations find the server. */
  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** How many connections were torn by cuts. */
  long torn() {
    return torn.sum();
  }

  /** Tears every connection and takes no other until it is mended. */
  void cut() {
    down = true;
    open.forEach(
        socket -> {
          torn.increment();
          reset(socket);
        });
  }

  /** Carries again. */
  void mend() {
    down = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      Socket client = null;
      try {
        client = door.accept();
        carry(client);
      } catch (IOException nobodyThere) {
        reset(client);
      }
    }
  }

  private void carry(Socket client) throws IOException {
    if (down) {
      throw new IOException("the line is down");
    }
    Socket far = new Socket();
    open.add(client);
    open.add(far);
    far.connect(server);
    client.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    if (down) {
      reset(far);
      throw new IOException("the line is down");
    }
    Thread.ofVirtual().start(() -> pump(client, far));
    Thread.ofVirtual().start(() -> pump(far, client));
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        close(from);
        close(to);
      }
    } catch (IOException gone) {
      close(from);
      close(to);
    }
  }

  private void reset(@Nullable Socket socket) {
    if (socket != null) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException closedAlready) {
        open.remove(socket);
      }
      close(socket);
    }
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException closedAlready) {
      down |= door.isClosed();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(this::close);
  }
}
