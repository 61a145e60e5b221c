package cn.xingheng.server.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a code, and how the holder stands at an institution by the projection. */
@Component
class ClaimStore {
  private static final String STANDINGS =
      """
      select c.code, c.person, p.province, s.first_day, s.end_day, s.standing,
             array_to_string(s.causes, ',') as causes
      from physician_code c
      join person p on p.id = c.person
      left join standing_span s on s.person = c.person and s.institution = :institution
      where c.code = any(:codes)
      order by c.code, s.first_day
      """;
  private static final String HOLDERS =
      """
      select c.code, c.person, p.province
      from (select id, province from person
            where province = :province and id > :last
              and exists (select from physician_code h where h.person = person.id)
            order by id limit :most) p
      join physician_code c on c.person = p.id
      order by p.id, c.code
      """;
  private static final String PROVINCES = "select id from organisation where kind = 'PROVINCE' order by id";
  private final JdbcClient jdbc;

  ClaimStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A code, its holder and the holder's province. */
  record Holder(String code, String person, String province) {}

  /** Days in a row, the end not included; causes joined by commas. */
  record Days(LocalDate first, LocalDate end, String standing, String causes) {}

  /** A holder with one row of the projection, or none. */
  record Row(Holder holder, @Nullable Days days) {}

  /** The holders of these codes with their rows at one institution, each holder's rows in order. */
  List<Row> standings(Collection<String> codes, String institution) {
    return jdbc.sql(STANDINGS).param("codes", codes.toArray(String[]::new)).param("institution", institution)
        .query(
            (row, number) -> {
              LocalDate first = row.getObject("first_day", LocalDate.class);
              return new Row(
                  holder(row),
                  first == null
                      ? null
                      : new Days(
                          first, row.getObject("end_day", LocalDate.class), row.getString("standing"),
                          row.getString("causes")));
            })
        .list();
  }

  /** All codes of the next persons of a province by their ids; nobody without a code is among them. */
  List<Holder> holders(String province, String lastPerson, int most) {
    return jdbc.sql(HOLDERS).param("province", province).param("last", lastPerson).param("most", most)
        .query((row, number) -> holder(row)).list();
  }

  List<String> provinces() {
    return jdbc.sql(PROVINCES).query((row, number) -> row.getString(1)).list();
  }

  private static Holder holder(ResultSet row) throws SQLException {
    return new Holder(row.getString("code"), row.getString("person"), row.getString("province"));
  }
}
