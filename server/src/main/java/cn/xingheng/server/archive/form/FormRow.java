package cn.xingheng.server.archive.form;

import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Position;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import org.jspecify.annotations.Nullable;

/**
 * One row of the form, understood. Columns 13 to 17 are what the institution states; they carry no day.
 *
 * @param institution the name of the institution of practice, as written
 * @param position an administrative post, or null for none
 * @param title a professional title, or null for none
 * @param specialty empty when none is given, as are phone, violation, description and remark
 * @param code the physician code
 * @param certificate the number of the practising certificate
 * @param violation the stated category of the violation
 * @param description what is stated to have been done
 * @param singlePoints stated points of the one violation, or null for none
 * @param totalPoints stated points in all, or null for none
 */
public record FormRow(
    String institution,
    String name,
    Sex sex,
    IdentityNumber identity,
    Category category,
    @Nullable Position position,
    @Nullable Title title,
    String specialty,
    String code,
    String certificate,
    String phone,
    String violation,
    String description,
    @Nullable Integer singlePoints,
    @Nullable Integer totalPoints,
    StatedStatus status,
    String remark) {

  /** Refuses what a row of the form cannot say. */
  public FormRow {
    if (institution.isBlank() || name.isBlank() || code.isBlank() || certificate.isBlank()) {
      throw new IllegalArgumentException("a row names institution, physician, code and certificate: " + code);
    }
    if (identity.sex() != sex) {
      throw new IllegalArgumentException("sex and identity number differ: " + identity.masked());
    }
    if (negative(singlePoints) || negative(totalPoints)) {
      throw new IllegalArgumentException("points are not negative: " + singlePoints + ", " + totalPoints);
    }
    if (singlePoints != null && totalPoints != null && totalPoints < singlePoints) {
      throw new IllegalArgumentException("total below the single deduction: " + totalPoints + " < " + singlePoints);
    }
  }

  private static boolean negative(@Nullable Integer points) {
    return points != null && points < 0;
  }
}
