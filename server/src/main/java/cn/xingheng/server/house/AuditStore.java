package cn.xingheng.server.house;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did or looked at what, when: rows that nobody changes. */
@Component
public class AuditStore {
  private static final String WRITE =
      """
      insert into audit (account, organisation, act, object, detail, at)
      values (:account, :organisation, :act, :object, :detail, :at)
      """;
  private static final String ABOUT =
      """
      select a.act, a.object, a.detail, a.at, coalesce(c.name, '') as who
      from audit a left join account c on c.id = a.account
      where a.object = :object order by a.no desc limit 100
      """;
  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One line of the audit. */
  public record Line(String act, String object, String detail, OffsetDateTime at, String who) {}

  /** Writes a line, in the transaction of what it tells about. */
  public void write(@Nullable Viewer viewer, String act, String object, String detail, OffsetDateTime at) {
    jdbc.sql(WRITE)
        .param("account", viewer == null ? null : viewer.account(), java.sql.Types.BIGINT)
        .param("organisation", viewer == null ? null : viewer.home().organisation(), java.sql.Types.VARCHAR)
        .param("act", act)
        .param("object", object)
        .param("detail", detail)
        .param("at", at)
        .update();
  }

  /** The newest lines about an object. */
  public List<Line> about(String object) {
    return jdbc.sql(ABOUT).param("object", object)
        .query(
            (row, number) ->
                new Line(
                    row.getString("act"), row.getString("object"), row.getString("detail"),
                    row.getObject("at", OffsetDateTime.class), row.getString("who")))
        .list();
  }
}
