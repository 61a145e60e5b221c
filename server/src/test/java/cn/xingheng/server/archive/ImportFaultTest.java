package cn.xingheng.server.archive;

import static cn.xingheng.server.archive.ImportWorld.HOUSE;
import static cn.xingheng.server.archive.ImportWorld.at;
import static cn.xingheng.server.archive.ImportWorld.certificate;
import static cn.xingheng.server.archive.ImportWorld.check;
import static cn.xingheng.server.archive.ImportWorld.desk;
import static cn.xingheng.server.archive.ImportWorld.form;
import static cn.xingheng.server.archive.ImportWorld.keys;
import static cn.xingheng.server.archive.ImportWorld.many;
import static cn.xingheng.server.archive.ImportWorld.row;
import static cn.xingheng.server.archive.ImportWorld.stating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormLine;
import cn.xingheng.server.archive.form.FormRead;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.archive.form.FormRules;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("导入登记表：中途出错、撤销、导出、范围、一万行")
class ImportFaultTest {
  private static final String EDITION = "anhui-2019";

  /** Works as the owner of the schema for a moment. */
  private static void asOwner(String... statements) {
    HOUSE.bean(TransactionOperations.class).executeWithoutResult(
        status -> {
          JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
          jdbc.sql("set local role none").update();
          List.of(statements).forEach(statement -> jdbc.sql(statement).update());
        });
  }

  private static void during(String body, Runnable work) {
    asOwner(
        "create function break_here() returns trigger language plpgsql as $f$ begin if new.id like '%-702a' then "
            + body + " end if; return new; end $f$",
        "create trigger breaks before insert on fact for each row execute function break_here()");
    try {
      work.run();
    } finally {
      asOwner("drop trigger breaks on fact", "drop function break_here()");
    }
  }

  @Test
  @DisplayName("第七百行出错：什么都没有留下；好了以后再来，一行不少")
  void nothingHalfWritten() {
    ImportWorld world = new ImportWorld("ja", EDITION);
    long upload = world.looked(many(1, 800, row -> row)).upload().id();
    during(
        "raise exception 'planted';",
        () -> assertThat(world.take(upload, true).state()).isInstanceOf(ImportState.Failed.class));
    assertThat(world.persons() + world.facts() + world.batches()).isZero();
    assertThat(world.take(upload, true).upload().batch()).extracting("taken").isEqualTo(800);
    assertThat(world.persons()).isEqualTo(800);
  }

  @Test
  @DisplayName("撤销一批：协议不再算数，人还在，再导入重新签订；后来的记录以它为依据的不能撤销，并指名")
  void undo() {
    ImportWorld world = new ImportWorld("jb", EDITION);
    byte[] file = form(row(1), stating(row(2), 1, 3, StatedStatus.SUSPENDED));
    long upload = world.taken(file, true).upload().id();
    FactDesk facts = HOUSE.bean(FactDesk.class);
    var stated = facts.gather(world.person(2).id()).facts().getLast().id();
    var settled =
        facts.record(
            new Recording(
                world.officer, world.person(2).id(), TestHouse.TODAY,
                head -> new StatementSettled(head, stated, null, "查无此决定"), null, null, UUID.randomUUID().toString()));
    desk().undo(world.officer, upload, "期限填错");
    assertThat(world.quiet(upload).state()).isInstanceOfSatisfying(
        ImportState.Failed.class,
        failed -> {
          assertThat(failed.key()).isEqualTo("imports.failed.rests");
          assertThat(failed.arguments().toString()).contains(settled.value());
        });
    assertThat(world.kinds(1)).containsExactly("signed");

    long second = world.taken(form(row(3)), true).upload().id();
    desk().undo(world.officer, second, "期限填错");
    ImportView undone = world.quiet(second);
    assertThat(undone.upload().batch().undo().because()).isEqualTo("期限填错");
    assertThat(world.kinds(3)).isEmpty();
    assertThat(world.count("select count(*) from standing_span s join person p on p.id = s.person"
        + " where p.province = :id and p.identity_number = '" + ImportWorld.identity(3) + "'")).isZero();
    assertThatThrownBy(() -> desk().undo(world.officer, second, "再来")).isInstanceOf(Problem.class);
    assertThat(world.count("select count(*) from import_undo u join import_batch b on b.id = u.batch"
        + " where b.organisation like :id || '%'")).isEqualTo(1);
    assertThat(world.taken(form(row(3)), true).upload().batch()).extracting("taken").isEqualTo(1);
    assertThat(world.kinds(3)).containsExactly("signed");
  }

  @Test
  @DisplayName("导出再导入：人、编码、协议一样；无权看号码的遮盖，遮盖的导不进来；多点执业写第几执业地")
  void roundTrip() throws Exception {
    ImportWorld world = new ImportWorld("jc", EDITION);
    FormRow second = at(row(2), "第二 医院", "Ab2" + certificate(2));
    byte[] file = form(row(1), row(2), second, stating(row(3), 1, 3, StatedStatus.SUSPENDED));
    world.taken(file, true);
    ArchiveExport export = HOUSE.bean(ArchiveExport.class);
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    export.xlsx(world.officer, ImportWorld.AS_OF, null, full);
    List<FormRow> rows = rows(full.toByteArray());
    assertThat(rows).extracting(FormRow::code).containsExactlyInAnyOrder(
        row(1).code(), row(2).code(), second.code(), row(3).code());
    assertThat(rows).extracting(FormRow::remark).contains("第一执业地", "第二执业地", "状态为期初申报，未经确认");
    assertThat(rows).filteredOn(row -> row.code().equals(row(3).code())).extracting(FormRow::status)
        .containsExactly(StatedStatus.SUSPENDED);
    assertThat(check(world.looked(full.toByteArray())).unchanged()).isEqualTo(4);

    ByteArrayOutputStream masked = new ByteArrayOutputStream();
    export.xlsx(world.clerk, ImportWorld.AS_OF, null, masked);
    assertThat(keys(world.looked(masked.toByteArray()))).hasSize(3).containsOnly("ID_CHARACTERS");
    assertThatThrownBy(() -> export.xlsx(world.clerk, ImportWorld.AS_OF, world.id + "-2", masked))
        .isInstanceOf(Problem.class);
    assertThat(world.count("select count(*) from audit where act = 'archive-exported'"
        + " and organisation like :id || '%'"))
        .isEqualTo(1);
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    export.csv(world.officer, ImportWorld.FROM.minusDays(1), null, before);
    assertThat(before.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  private static List<FormRow> rows(byte[] content) throws Exception {
    FormRead read =
        ArchiveForm.read("x", content,
            new FormRules(TestHouse.TODAY, Pattern.compile(".*")), done -> {});
    return ((FormRead.Rows) read).understood().stream().map(FormLine.Understood::row).toList();
  }

  @Test
  @DisplayName("错误清单是同样的行，改好再导入就收下；报告写明每一行")
  void workbooks() throws Exception {
    ImportWorld world = new ImportWorld("jd", EDITION);
    FormRow wrong = at(row(2), "没有的医院", row(2).code());
    long upload = world.looked(form(row(1), wrong)).upload().id();
    Words words = new Words(HOUSE.bean(MessageSource.class), Locale.CHINESE);
    ByteArrayOutputStream faults = new ByteArrayOutputStream();
    desk().faults(world.officer, upload, words, faults);
    assertThat(rows(faults.toByteArray())).containsExactly(wrong);
    assertThat(keys(world.looked(faults.toByteArray()))).containsExactly("site-unknown");
    world.take(upload, false);
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    desk().report(world.officer, upload, words, report);
    assertThat(report.size()).isPositive();
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    desk().faults(world.officer, upload, words, after);
    assertThat(rows(after.toByteArray())).containsExactly(wrong);
  }

  @Test
  @DisplayName("别的统筹地区的人看不到、取不走、撤不了，也不能为这里导入")
  void scope() {
    ImportWorld world = new ImportWorld("je", EDITION);
    byte[] file = form(row(1));
    long upload = world.looked(file).upload().id();
    assertThat(desk().view(world.officer, upload).upload().id()).isEqualTo(upload);
    for (var stranger : List.of(world.outside, world.reviewer, world.clerk)) {
      assertThatThrownBy(() -> desk().view(stranger, upload)).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> desk().take(stranger, upload, true)).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> desk().undo(stranger, upload, "x")).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> desk().upload(stranger, UUID.randomUUID().toString(), world.ask(file)))
          .isInstanceOf(Problem.class);
      assertThat(desk().newest(stranger)).noneMatch(one -> one.id() == upload);
    }
    assertThat(world.persons()).isZero();
  }

  @Test
  @DisplayName("取消以后什么都没有留下；一万行有进度，用时写出来看")
  void tenThousand() {
    ImportWorld world = new ImportWorld("jf", EDITION);
    byte[] file = many(1, 10_000, row -> row);
    long start = System.nanoTime();
    long upload = world.looked(file).upload().id();
    long looked = System.nanoTime();
    desk().take(world.officer, upload, true);
    desk().cancel(world.officer, upload);
    assertThat(world.quiet(upload).state()).isInstanceOf(ImportState.Failed.class);
    assertThat(world.persons()).isZero();
    long again = System.nanoTime();
    assertThat(world.take(upload, true).upload().batch()).extracting("taken").isEqualTo(10_000);
    long end = System.nanoTime();
    assertThat(world.persons()).isEqualTo(10_000);
    LoggerFactory.getLogger("cn.xingheng.import").info(
        "10,000 rows: look {} ms, take {} ms", (looked - start) / 1_000_000, (end - again) / 1_000_000);
  }
}
