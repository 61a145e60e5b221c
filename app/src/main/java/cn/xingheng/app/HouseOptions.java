package cn.xingheng.app;

import cn.xingheng.client.XinghengClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** 「系统选项」 Where the house is, and the key by which an institution asks it. */
final class HouseOptions {
  @Option(names = "--url", paramLabel = "URL", description = "系统地址 where the house is")
  private @Nullable URI url;

  @Option(names = "--key-file", paramLabel = "FILE",
      description = "接口密钥所在的文件（一行 xh_…） the file that holds the institution's key")
  private @Nullable Path keyFile;

  boolean given() {
    return url != null;
  }

  /** A client of that house. */
  XinghengClient client(CommandSpec spec) throws IOException {
    if (url == null || keyFile == null) {
      throw new ParameterException(spec.commandLine(), "须同时给出 --url 与 --key-file are both needed");
    }
    try {
      return XinghengClient.of(url, Files.readString(keyFile).strip());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--url 有误 is no address: " + url, wrong);
    }
  }
}
