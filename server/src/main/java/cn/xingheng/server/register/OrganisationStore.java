package cn.xingheng.server.register;

import cn.xingheng.server.register.Organisation.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree of organisations. */
@Component
class OrganisationStore {
  private static final String COLUMNS =
      "select id, parent, path, kind, name, region, edition, place, level from organisation";
  private static final String FIND = COLUMNS + " where id = :id";
  private static final String BELOW =
      COLUMNS + " where path like any(:paths) order by case kind when 'PROVINCE' then 0 when 'AREA' then 1 else 2 end,"
          + " path";
  private static final String ADD =
      """
      insert into organisation (id, parent, path, kind, name, region, edition, place, level)
      values (:id, :parent, :path, :kind, :name, :region, :edition, :place, :level)
      """;
  private static final String TAKEN = "select id from organisation where id = any(:ids)";
  private static final String REGION_TAKEN =
      "select exists (select from organisation where kind = 'AREA' and parent = :parent and region = :region)";
  private static final String CHANGE =
      "update organisation set name = :name, place = :place, level = :level where id = :id";
  private final JdbcClient jdbc;

  OrganisationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Organisation> find(String id) {
    return jdbc.sql(FIND).param("id", id).query(OrganisationStore::row).optional();
  }

  /** Every organisation whose path begins with one of these. */
  List<Organisation> below(List<String> paths) {
    String[] patterns = paths.stream().map(path -> path + "%").toArray(String[]::new);
    return jdbc.sql(BELOW).param("paths", patterns).query(OrganisationStore::row).list();
  }

  void add(Organisation one) {
    jdbc.sql(ADD)
        .param("id", one.id()).param("parent", one.parent()).param("path", one.path())
        .param("kind", one.kind().name()).param("name", one.name()).param("region", one.region())
        .param("edition", one.edition()).param("place", one.place())
        .param("level", one.level(), java.sql.Types.SMALLINT).update();
  }

  /** Which of these ids are in use. */
  Set<String> taken(Collection<String> ids) {
    return new HashSet<>(
        jdbc.sql(TAKEN).param("ids", ids.toArray(String[]::new)).query((row, number) -> row.getString(1)).list());
  }

  /** Whether a pooling area of the province has this region already. */
  boolean regionTaken(String parent, String region) {
    return jdbc.sql(REGION_TAKEN).param("parent", parent).param("region", region).query(Boolean.class).single();
  }

  /** Brings the columns that may change to these. */
  void change(String id, String name, @Nullable String place, @Nullable Integer level) {
    jdbc.sql(CHANGE).param("name", name).param("place", place, java.sql.Types.VARCHAR)
        .param("level", level, java.sql.Types.SMALLINT).param("id", id).update();
  }

  private static Organisation row(ResultSet row, int number) throws SQLException {
    return new Organisation(
        row.getString("id"), row.getString("parent"), row.getString("path"), Kind.valueOf(row.getString("kind")),
        row.getString("name"), row.getString("region"), row.getString("edition"), row.getString("place"),
        row.getObject("level", Integer.class));
  }
}
