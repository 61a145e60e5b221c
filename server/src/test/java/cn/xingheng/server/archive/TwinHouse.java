package cn.xingheng.server.archive;

import cn.xingheng.core.facts.Fact;
import cn.xingheng.server.TestClock;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A second house with its own PostgreSQL: the organisations and institutions' agreements of a world, no people. */
final class TwinHouse implements AutoCloseable {
  private static final long STEP = 20_000_000;
  private final ConfigurableApplicationContext context;
  private final Viewer officer;

  TwinHouse(ImportWorld world) {
    try {
      Path data = Files.createTempDirectory("xingheng-twin");
      this.context =
          XinghengServer.start(
              Map.of("server.port", 0, "xingheng.data", data.toString()),
              new TestClock(LocalDate.now(ImportWorld.HOUSE.clock())));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    RegisterDesk register = bean(RegisterDesk.class);
    ImportWorld.HOUSE.bean(RegisterDesk.class).allOrganisations().stream()
        .filter(one -> one.path().startsWith(world.id + "/"))
        .sorted(Comparator.comparing(Organisation::path)).forEach(register::enter);
    List<Fact> facts = ImportWorld.HOUSE.bean(FactDesk.class).houseFacts(world.id);
    bean(FactDesk.class).put(world.id, List.of(new Given(null, facts, null, null)), null, null);
    AccountStore accounts = bean(AccountStore.class);
    long account =
        accounts.add("twin.officer", "经办", bean(PasswordEncoder.class).encode(ImportWorld.PASSWORD));
    accounts.grant(account, world.area, Role.OFFICER);
    this.officer = new Viewer(account, "twin.officer", "经办", accounts.roles(account));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Viewer officer() {
    return officer;
  }

  /** Hands a file in and takes it; the upload, once nothing is under way. */
  ImportView taken(ImportAsk ask, boolean allOrNothing) {
    ImportDesk desk = bean(ImportDesk.class);
    long upload = desk.upload(officer, UUID.randomUUID().toString(), ask);
    quiet(upload);
    desk.take(officer, upload, allOrNothing);
    return quiet(upload);
  }

  private ImportView quiet(long upload) {
    ImportView view = bean(ImportDesk.class).view(officer, upload);
    while (view.state() instanceof ImportState.Running) {
      LockSupport.parkNanos(STEP);
      view = bean(ImportDesk.class).view(officer, upload);
    }
    return view;
  }

  /** Everything that an import wrote in a house, line by line; what is numbered by the upload, without its number. */
  static List<String> written(JdbcClient jdbc, String province, long upload) {
    String sql =
        """
        select 'person ' || to_jsonb(p)::text from person p where province = :id
        union all select 'code ' || to_jsonb(c)::text from physician_code c
          join person p on p.id = c.person where p.province = :id
        union all select 'fact ' || (to_jsonb(f) - 'no' - 'batch' - 'account' - 'entered_at')::text from fact f
          where f.province = :id and person is not null
        union all select 'standing ' || to_jsonb(s)::text from standing_span s
          join person p on p.id = s.person where p.province = :id
        union all select 'points ' || to_jsonb(s)::text from points_span s
          join person p on p.id = s.person where p.province = :id
        union all select 'row ' || (to_jsonb(r) - 'batch')::text from import_row r
          join import_batch b on b.id = r.batch where b.organisation like :id || '%'
        union all select 'batch ' || b.rows_taken || ' ' || b.rows_unchanged || ' ' || b.rows_refused
          from import_batch b where b.organisation like :id || '%'
        order by 1
        """;
    return jdbc.sql(sql).param("id", province).query(String.class).list().stream()
        .map(line -> line.replaceAll("\\b([pi])" + upload + "-", "$1U-")).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
