package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The first account of a house that has none. Whoever starts the server reads a token on the terminal; nobody else can
 * take the house over before its owner does.
 */
@Component
public class SetUp {
  private static final int TOKEN_BYTES = 12;
  private final AccountStore accounts;
  private final PasswordEncoder passwords;
  private final Settings settings;
  private volatile @Nullable String token;
  private volatile boolean done;

  SetUp(AccountStore accounts, PasswordEncoder passwords, Settings settings) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    if (!settings.demo() && !accounts.any()) {
      byte[] bytes = new byte[TOKEN_BYTES];
      new SecureRandom().nextBytes(bytes);
      token = HexFormat.ofDelimiter("-").formatHex(bytes, 0, TOKEN_BYTES);
    }
  }

  /** Whether there still is no account, and a token to make the first one with. */
  public boolean open() {
    if (done || token == null) {
      return false;
    }
    done = accounts.any();
    return !done;
  }

  /** The token of this start, for the terminal; empty when there is nothing to set up. */
  public Optional<String> token() {
    return open() ? Optional.ofNullable(token) : Optional.empty();
  }

  /** Whether this is the token of this start. */
  public boolean right(String entered) {
    String made = token;
    return made != null
        && MessageDigest.isEqual(
            made.getBytes(StandardCharsets.UTF_8),
            entered.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps everybody else from founding at the same time; whether there still is no account. */
  public boolean begin() {
    accounts.lock();
    return !accounts.any();
  }

  /** Makes the first account, which administers this organisation; in the transaction that made the organisation. */
  public void found(String login, String name, String password, String organisation) {
    long account = accounts.add(login, name, passwords.encode(password));
    accounts.grant(account, organisation, Role.ADMINISTRATOR);
  }

  /** No more set-up; after the transaction. */
  public void end() {
    done = true;
    token = null;
  }
}
