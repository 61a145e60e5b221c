package cn.xingheng.server.house;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment sets, by file ({@code xingheng.yaml}) or environment ({@code XINGHENG_…}); see docs/RUNNING.md.
 *
 * @param data the folder of the house: its own PostgreSQL, editions and texts that a deployment adds
 * @param database where PostgreSQL is; without a URL the house runs its own
 * @param demo whether this is a demonstration with invented data
 * @param signingKey PEM of the key that signs what hospitals keep; without it one is made in the data folder
 * @param push where changes may be sent to
 */
@ConfigurationProperties("xingheng")
public record Settings(
    @DefaultValue("data") Path data, @DefaultValue Database database, @DefaultValue("false") boolean demo,
    @Nullable Path signingKey, @DefaultValue Push push) {

  /**
   * Where changes may be sent to, beside public addresses.
   *
   * @param ports of receivers
   * @param ranges of internal addresses that are receivers on purpose, such as {@code 10.20.0.0/16}
   * @param plain whether a receiver may do without TLS: for trials only
   */
  public record Push(
      @DefaultValue("443") List<Integer> ports, @DefaultValue List<String> ranges,
      @DefaultValue("false") boolean plain) {

    /** Keeps the lists. */
    public Push {
      ports = List.copyOf(ports);
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * A PostgreSQL of one's own, version 15 or later.
   *
   * @param url {@code jdbc:postgresql://host:port/name}, or null for the one the house runs itself
   * @param user owner of the schema
   */
  public record Database(@Nullable String url, @DefaultValue("") String user, @DefaultValue("") String password) {

    @Override
    public String toString() {
      return "Database[url=" + url + ", user=" + user + ", password=…]";
    }
  }
}
