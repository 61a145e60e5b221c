package cn.xingheng.server.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a code, for what goes through everybody. */
@Component
class ClaimStore {
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
