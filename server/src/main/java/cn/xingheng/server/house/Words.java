package cn.xingheng.server.house;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of a page in the reader's language. */
public final class Words {
  private final MessageSource source;
  private final Locale locale;

  /** Words in this language. */
  public Words(MessageSource source, Locale locale) {
    this.source = source;
    this.locale = locale;
  }

  /** The sentence with this key; a key that is not there is a bug and says so. */
  public String say(String key, Object... arguments) {
    return source.getMessage(key, arguments, locale);
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** Whether the page is read in Chinese. */
  public boolean chinese() {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  /** A day with its day of the week: 2026-04-30（周四）. */
  public String day(LocalDate day) {
    String week = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    return chinese() ? day + "（" + week + "）" : day + " (" + week + ")";
  }
}
