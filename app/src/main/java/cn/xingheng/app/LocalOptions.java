package cn.xingheng.app;

import cn.xingheng.client.LocalStandings;
import cn.xingheng.match.SnapshotSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** 「本地选项」 The signed snapshot, the changes since, and the key of the house that signed both. */
final class LocalOptions {
  @Option(names = "--snapshot", paramLabel = "S.xhs", description = "签名快照 the signed snapshot")
  private @Nullable Path snapshot;

  @Option(names = "--key", paramLabel = "K.pem", description = "系统的公钥，见接口密钥页 the public key of the house")
  private @Nullable Path key;

  @Option(names = "--changes", paramLabel = "FILE",
      description = "快照之后的变动（默认 S.xhs.changes） the changes since; default: S.xhs.changes")
  private @Nullable Path changes;

  boolean given() {
    return snapshot != null;
  }

  /** Where the key lies. */
  Path keyFile(CommandSpec spec) {
    if (snapshot == null || key == null) {
      throw new ParameterException(spec.commandLine(), "须同时给出 --snapshot 与 --key are both needed");
    }
    return key;
  }

  /** What is at hand. */
  LocalStandings open(CommandSpec spec) throws IOException {
    Path pem = keyFile(spec);
    Path file = snapshot == null ? pem : snapshot;
    return LocalStandings.open(
        file, changes == null ? file.resolveSibling(file.getFileName() + ".changes") : changes, publicKey(pem),
        InstantSource.system());
  }

  private static PublicKey publicKey(Path pem) throws IOException {
    try {
      return SnapshotSeal.publicKey(Files.readString(pem));
    } catch (IllegalArgumentException none) {
      throw new IOException(pem + ": 不是 Ed25519 公钥（PEM） no Ed25519 public key in PEM", none);
    }
  }
}
