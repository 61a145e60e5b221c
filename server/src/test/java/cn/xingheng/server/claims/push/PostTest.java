package cn.xingheng.server.claims.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Settings;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("送出一件")
final class PostTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final byte[] BODY = "{\"a\":\"医\"}".getBytes(StandardCharsets.UTF_8);
  private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private static AddressRule rule(String... ranges) {
    return AddressRuleTest.rule(new Settings.Push(List.of(443), List.of(ranges), true));
  }

  private static Post post(AddressRule.Resolver resolver, SSLSocketFactory tls) {
    return new Post(rule("127.0.0.0/8"), resolver, tls, Duration.ofMillis(600));
  }

  private static String send(Post post, URI url) {
    return post.send(url, Map.of("Xingheng-Delivery", "1"), BODY).trouble();
  }

  @Test
  @DisplayName("送到；不跟随跳转；5xx、不答、拒绝连接、答的不是 HTTP，各有各的说法")
  void troubles() throws Exception {
    Post post = post(host -> List.of(HERE), TLS);
    int closed;
    try (Receiver receiver = new Receiver(0)) {
      URI url = URI.create("http://his.test:" + receiver.port() + "/in?a=%20b");
      assertThat(send(post, url)).isEmpty();
      Receiver.Message message = receiver.next();
      assertThat(message.path()).isEqualTo("/in?a=%20b");
      assertThat(message.body()).isEqualTo("{\"a\":\"医\"}");
      assertThat(message.header("Host")).isEqualTo("his.test:" + receiver.port());
      for (int status : new int[] {301, 302, 307, 308}) {
        receiver.answers.add(status);
        assertThat(send(post, url)).isEqualTo("redirect:" + status);
        assertThat(receiver.next().path()).startsWith("/in");
      }
      receiver.answers.add(500);
      assertThat(send(post, url)).isEqualTo("status:500");
      receiver.answers.add(Receiver.SILENT);
      assertThat(send(post, url)).isEqualTo("timeout");
      assertThat(receiver.messages.stream().map(Receiver.Message::path)).doesNotContain("/elsewhere");
      closed = receiver.port();
    }
    assertThat(send(post, URI.create("http://his.test:" + closed + "/"))).isEqualTo("connection");
    AddressRule.Resolver nowhere = host -> {
      throw new UnknownHostException(host);
    };
    assertThat(send(post(nowhere, TLS), URI.create("http://his.test:" + closed + "/"))).isEqualTo("unknown-host");
  }

  /** A server of bytes: what it says to whoever connects, for ever when told so. */
  private static String told(byte[] said, boolean endless) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
      Thread.ofVirtual().start(
          () -> {
            try (Socket socket = server.accept()) {
              do {
                socket.getOutputStream().write(said);
              } while (endless);
              socket.getInputStream().readNBytes(1_000);
            } catch (java.io.IOException gone) {
              Thread.currentThread().interrupt();
            }
          });
      return send(post(host -> List.of(HERE), TLS), URI.create("http://his.test:" + server.getLocalPort() + "/"));
    }
  }

  @Test
  @DisplayName("没完没了的答复、不是 HTTP 的答复：到此为止")
  void endless() throws Exception {
    assertThat(told("x".repeat(100_000).getBytes(StandardCharsets.US_ASCII), true)).isIn("no-answer", "connection");
    assertThat(told("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII), false)).isIn("no-answer", "connection");
    assertThat(told("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII), false)).isEmpty();
  }

  @Test
  @DisplayName("登记时是公网、送的时候变成本机（换绑）：不送；只解析一次，连的就是查过的；对照：放行了就送到")
  void rebinding() throws Exception {
    try (Receiver receiver = new Receiver(0)) {
      Queue<InetAddress> answers = new ArrayDeque<>(List.of(InetAddress.ofLiteral("1.1.1.1"), HERE, HERE));
      AddressRule.Resolver turning = host -> List.of(answers.remove());
      assertThat(rule().addresses(turning, "his.test")).hasSize(1);
      Post strict = new Post(rule(), turning, TLS, Duration.ofMillis(600));
      URI url = URI.create("http://his.test:" + receiver.port() + "/");
      assertThat(send(strict, url)).isEqualTo("address");
      assertThat(answers).hasSize(1);
      assertThat(receiver.messages).isEmpty();
      assertThat(send(post(turning, TLS), url)).isEmpty();
      assertThat(answers).as("looked up once a message").isEmpty();
    }
  }

  @Test
  @DisplayName("证书：信任而且名字对才送；名字不对、不受信任都不送")
  void certificates(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("receiver.p12");
    Process made =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
            "-alias", "r", "-dname", "CN=his.test", "-ext", "san=dns:his.test", "-storetype", "PKCS12", "-keystore",
            store.toString(), "-storepass", "changeit", "-validity", "36500").redirectErrorStream(true).start();
    assertThat(made.waitFor()).as(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    HttpsServer server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String port = ":" + server.getAddress().getPort() + "/";
      Post trusting =
          new Post(rule("127.0.0.0/8"), host -> List.of(HERE), tls.getSocketFactory(), Duration.ofSeconds(5));
      assertThat(send(trusting, URI.create("https://his.test" + port))).isEmpty();
      assertThat(send(trusting, URI.create("https://other.test" + port))).isEqualTo("tls");
      Post strange = new Post(rule("127.0.0.0/8"), host -> List.of(HERE), TLS, Duration.ofSeconds(5));
      assertThat(send(strange, URI.create("https://his.test" + port))).isEqualTo("tls");
    } finally {
      server.stop(0);
    }
  }
}
