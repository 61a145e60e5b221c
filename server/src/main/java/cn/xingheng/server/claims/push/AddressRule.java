package cn.xingheng.server.claims.push;

import cn.xingheng.server.house.Settings;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which addresses the house sends to: public ones, and ranges a deployment names. Never to where machines keep their
 * own secrets (link-local), to many at once, or to nobody.
 */
@Component
class AddressRule {
  private static final int LONGEST = 500;
  /** Not even a named range opens these. */
  private static final List<Range> NEVER =
      ranges(
          "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "100.100.100.200/32", "224.0.0.0/4", "240.0.0.0/4", "::/128",
          "::/96", "fe80::/10", "ff00::/8", "fd00:ec2::254/128", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16",
          "2001::/23");

  private static final List<Range> INTERNAL =
      ranges(
          "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.2.0/24", "192.88.99.0/24",
          "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "::1/128", "100::/64",
          "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fec0::/10");

  private final Settings.Push settings;
  private final List<Range> allowed;

  AddressRule(Settings settings) {
    this.settings = settings.push();
    this.allowed = this.settings.ranges().stream().map(Range::of).toList();
  }

  /** Addresses that begin alike. */
  private record Range(InetAddress first, int bits) {
    static Range of(String text) {
      int slash = text.indexOf('/');
      try {
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = first.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
          throw new IllegalArgumentException(text);
        }
        return new Range(first, bits);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalStateException(
            "xingheng.push.ranges: no range of addresses: " + text + ". Maybe write it like 10.20.0.0/16", wrong);
      }
    }

    boolean holds(byte[] address) {
      byte[] own = first.getAddress();
      if (own.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((own[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(Range::of).toList();
  }

  /** Whether a connection may go there. */
  boolean allows(InetAddress address) {
    byte[] bytes = plain(address);
    boolean never = NEVER.stream().anyMatch(range -> range.holds(bytes));
    boolean internal = INTERNAL.stream().anyMatch(range -> range.holds(bytes));
    return !never && (!internal || allowed.stream().anyMatch(range -> range.holds(bytes)));
  }

  /** An IPv4 address in the clothes of an IPv6 one is an IPv4 address. */
  private static byte[] plain(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address || bytes.length == 4) {
      return bytes;
    }
    boolean mapped = bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
    for (int i = 0; i < 10; i++) {
      mapped &= bytes[i] == 0;
    }
    return mapped ? new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]} : bytes;
  }

  /**
   * The address a person wrote, or null when no message can go there whatever it stands for: not https, with a user's
   * name, another port, a fragment.
   */
  @Nullable URI read(String text) {
    try {
      URI url = new URI(text.strip());
      String scheme = url.getScheme();
      boolean secure = "https".equals(scheme) || (settings.plain() && "http".equals(scheme));
      boolean whole = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
      boolean ascii = url.toString().chars().allMatch(c -> c > ' ' && c < 0x7F) && url.toString().length() <= LONGEST;
      return secure && whole && ascii && settings.ports().contains(port(url)) ? url : null;
    } catch (URISyntaxException wrong) {
      return null;
    }
  }

  static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? 443 : 80;
  }

  /**
   * The addresses a host stands for now, every one of which may be gone to; empty when one may not.
   *
   * @throws UnknownHostException when it stands for none
   */
  List<InetAddress> addresses(Resolver resolver, String host) throws UnknownHostException {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> found = resolver.all(bare);
    if (found.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return found.stream().allMatch(this::allows) ? found : List.of();
  }

  /** Who says what a name stands for. */
  @FunctionalInterface
  interface Resolver {
    /** Every address of the name. */
    List<InetAddress> all(String host) throws UnknownHostException;

    /** As this machine says. */
    static List<InetAddress> system(String host) throws UnknownHostException {
      return List.of(InetAddress.getAllByName(host));
    }
  }
}
