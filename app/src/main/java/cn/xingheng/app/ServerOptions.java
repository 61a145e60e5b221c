package cn.xingheng.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** 「服务选项」 Where the server keeps its data and listens; what is not said here comes from file and environment. */
final class ServerOptions {
  private static final int USUAL_PORT = 8080;

  @Option(names = "--data", paramLabel = "FOLDER",
      description = "数据目录，自带的 PostgreSQL 也在其中（默认 data） the folder of the house's data; default: data")
  private @Nullable Path data;

  @Option(names = "--port", paramLabel = "PORT", description = "端口（默认 8080） default: 8080")
  private @Nullable Integer port;

  /** As properties of the server, which go before its files. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    if (data != null) {
      properties.put("xingheng.data", data.toString());
    }
    if (port != null) {
      properties.put("server.port", port);
    }
    return properties;
  }

  /** The same for a demonstration: a folder of its own, and another port when the usual one is taken. */
  Map<String, Object> demonstration() {
    Map<String, Object> properties = properties();
    properties.putIfAbsent("xingheng.data", demoFolder().toString());
    properties.putIfAbsent("server.port", free(USUAL_PORT) ? USUAL_PORT : 0);
    properties.put("xingheng.demo", true);
    return properties;
  }

  /** Where the demonstration lives. */
  Path demoFolder() {
    return data == null ? Path.of("data", "demo") : data;
  }

  private static boolean free(int port) {
    try (ServerSocket tried = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return tried.getLocalPort() == port;
    } catch (IOException taken) {
      return false;
    }
  }
}
