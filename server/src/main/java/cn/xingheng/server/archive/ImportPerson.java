package cn.xingheng.server.archive;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.archive.ImportPlan.Altered;
import cn.xingheng.server.archive.form.FormColumn;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.register.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Who a row speaks of: a person as the row has it, and what that changes. */
final class ImportPerson {
  private static final String NONE = "—";

  private ImportPerson() {}

  static Person added(PersonId id, String province, FormRow row) {
    return new Person(
        id, province, row.name(), row.sex(), row.identity().value(), row.category(), row.position(), row.title(),
        row.specialty(), row.certificate(), row.phone());
  }

  /** The known person with what the row says otherwise; a phone or specialty left blank says nothing. */
  static Person changed(Person known, FormRow row) {
    return new Person(
        known.id(), known.province(), known.name(), row.sex(), known.identityNumber(), row.category(), row.position(),
        row.title(), row.specialty().isEmpty() ? known.specialty() : row.specialty(), row.certificate(),
        row.phone().isEmpty() ? known.phone() : row.phone());
  }

  static List<Altered> altered(int line, Person was, Person now) {
    List<Altered> altered = new ArrayList<>();
    compare(altered, line, was, now, FormColumn.CATEGORY, person -> person.category().word());
    compare(
        altered, line, was, now, FormColumn.POSITION,
        person -> person.position() == null ? "" : person.position().word());
    compare(altered, line, was, now, FormColumn.TITLE, person -> person.title() == null ? "" : person.title().word());
    compare(altered, line, was, now, FormColumn.SPECIALTY, Person::specialty);
    compare(altered, line, was, now, FormColumn.CERTIFICATE, Person::certificate);
    compare(altered, line, was, now, FormColumn.PHONE, Person::phone);
    return altered;
  }

  private static void compare(
      List<Altered> altered, int line, Person was, Person now, FormColumn column, Function<Person, String> value) {
    String before = value.apply(was);
    String after = value.apply(now);
    if (!before.equals(after)) {
      altered.add(
          new Altered(
              line, now.name(), column, before.isEmpty() ? NONE : before, after.isEmpty() ? NONE : after));
    }
  }
}
