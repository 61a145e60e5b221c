package cn.xingheng.server.scope;

import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Right;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Doors as they must not be; no component, so that only the test which hangs them in has them. */
public final class PlantedDoors {
  private final JdbcClient jdbc;

  PlantedDoors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asks for a right that everybody holds, and shows a person. */
  @Needs(Right.RULES)
  public ResponseEntity<String> wrongRight() {
    String names =
        jdbc.sql("select string_agg(name, ' ') from person where name like '龘%'").query(String.class).single();
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("<p>" + Objects.requireNonNull(names));
  }

  /** Asks for the right, but never where. */
  @Needs(Right.RECORD)
  public ResponseEntity<String> noScope() {
    jdbc.sql("insert into audit (act, object, at) values ('planted', 'planted', now())").update();
    return ResponseEntity.ok("");
  }

  /** Asks for nothing. */
  public ResponseEntity<String> noRight() {
    return ResponseEntity.ok("");
  }

  /** Lets everybody in. */
  @Open
  public ResponseEntity<String> open() {
    return ResponseEntity.ok("");
  }
}
