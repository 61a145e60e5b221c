package cn.xingheng.bench.peers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 「Drools 结算行」 A claim line as the rules see it; a rule tells it what was met. */
public final class DroolsLine {
  private final String physician;
  private final String institution;
  private final LocalDate day;
  private final String setting;
  private @Nullable Answer answer;

  DroolsLine(String physician, String institution, LocalDate day, String setting) {
    this.physician = physician;
    this.institution = institution;
    this.day = day;
    this.setting = setting;
  }

  public String getPhysician() {
    return physician;
  }

  public String getInstitution() {
    return institution;
  }

  public LocalDate getDay() {
    return day;
  }

  /** Said by a rule: this standing with this cause was met. */
  public void met(String standing, String because) {
    if (answer != null) {
      throw new IllegalStateException("two rules answer a line of " + physician + " on " + day);
    }
    answer = because.equals("no-code") ? new Answer("unresolved", because) : Answer.judged(standing, because, setting);
  }

  Answer answer() {
    if (answer == null) {
      throw new IllegalStateException("no rule answers a line of " + physician + " on " + day);
    }
    return answer;
  }
}
