package cn.xingheng.server.archive;

import static cn.xingheng.server.archive.ImportWorld.HOUSE;
import static cn.xingheng.server.archive.ImportWorld.at;
import static cn.xingheng.server.archive.ImportWorld.certificate;
import static cn.xingheng.server.archive.ImportWorld.check;
import static cn.xingheng.server.archive.ImportWorld.desk;
import static cn.xingheng.server.archive.ImportWorld.form;
import static cn.xingheng.server.archive.ImportWorld.keys;
import static cn.xingheng.server.archive.ImportWorld.named;
import static cn.xingheng.server.archive.ImportWorld.row;
import static cn.xingheng.server.archive.ImportWorld.stating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("导入登记表：先看，再记录")
class ImportTest {
  private static final String EDITION = "anhui-2019";

  @Test
  @DisplayName("先看只看：数得出会新增什么，什么都不写；记录后人、编码、协议、申报都在，再导一次全部未变")
  void lookTakeAgain() {
    ImportWorld world = new ImportWorld("ia", EDITION);
    byte[] file = form(row(1), row(2), stating(row(3), 2, 8, StatedStatus.SUSPENDED));
    ImportView looked = world.looked(file);
    ImportCheck check = check(looked);
    assertThat(List.of(check.rows(), check.taken(), check.unchanged(), check.refused())).containsExactly(3, 3, 0, 0);
    assertThat(List.of(check.persons(), check.codes(), check.agreements(), check.statements(), check.open()))
        .containsExactly(3, 3, 3, 1, 1);
    assertThat(world.persons() + world.facts() + world.batches()).isZero();

    ImportView taken = world.take(looked.upload().id(), true);
    assertThat(taken.upload().batch()).extracting("taken", "unchanged", "refused").containsExactly(3, 0, 0);
    assertThat(world.persons()).isEqualTo(3);
    assertThat(world.kinds(1)).containsExactly("signed");
    assertThat(world.kinds(3)).containsExactly("signed", "stated");
    assertThat(HOUSE.bean(RegisterDesk.class).byCode("Aa3" + certificate(1)).orElseThrow().person())
        .isEqualTo(world.person(1).id());

    ImportCheck again = check(world.looked(file));
    assertThat(List.of(again.taken(), again.unchanged(), again.refused())).containsExactly(0, 3, 0);
    long facts = world.facts();
    world.taken(file, true);
    assertThat(world.facts()).isEqualTo(facts);
    ImportCheck more = check(world.looked(form(row(1), row(4))));
    assertThat(List.of(more.taken(), more.unchanged())).containsExactly(1, 1);
  }

  @Test
  @DisplayName("申报的暂停使资格不能判定，申报的分值不是扣分；申报有效而无分的不另记")
  void statements() {
    ImportWorld world = new ImportWorld("ib", EDITION);
    world.taken(form(row(1), stating(row(2), 2, 8, StatedStatus.VALID), stating(row(3), null, null,
        StatedStatus.ENDED)), true);
    assertThat(standing(world, 1)).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(world, 2)).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(world, 3)).isEqualTo(Standing.UNRESOLVED);
    assertThat(world.kinds(2)).containsExactly("signed", "stated");
    assertThat(dossier(world, 2).ledger().entries()).isEmpty();
    Stated stated = dossier(world, 2).known().all(Stated.class).getFirst();
    assertThat(stated.points()).isEqualTo(8);
    assertThat(stated.on()).isEqualTo(ImportWorld.AS_OF);
    assertThat(stated.source()).contains("表.xlsx").contains("第 4 行");
  }

  private static Dossier dossier(ImportWorld world, int n) {
    return HOUSE.bean(FactDesk.class).gather(world.person(n).id()).history().knownAt(LocalDate.MAX);
  }

  private static Standing standing(ImportWorld world, int n) {
    return Qualifications.reckon(dossier(world, n), new InstitutionId(world.id + "-1"), ImportWorld.AS_OF).standing();
  }

  @Test
  @DisplayName("意义上的错误逐行拒绝：机构、他人的编码、前三位、后段、另一个姓名；对的照收")
  void meaning() {
    ImportWorld world = new ImportWorld("ic", EDITION);
    world.taken(form(row(1)), true);
    ImportView looked =
        world.looked(
            form(
                at(row(2), "没有的医院", row(2).code()), at(row(3), "第三医院", "Ba3" + certificate(3)),
                at(row(4), "第一医院", "Ab2" + certificate(4)), at(row(5), "第一医院", "Aa3" + certificate(50)),
                at(row(10), "第一医院", row(1).code()), at(row(7), "第一医院", row(1).code()),
                at(row(8), "第二医院", "Ab2" + certificate(8)), at(row(9), "第一医院", "Aa3" + certificate(9)),
                at(row(9), "第二医院", "Ab2" + certificate(9))));
    assertThat(keys(looked))
        .containsExactly(
            "site-unknown", "site-elsewhere", "code-prefix", "code-suffix", "CODE_SHARED", "CODE_SHARED");
    assertThat(keys(world.looked(form(named(row(1), "王五", "0551-60000000"))))).containsExactly("other-name");
    assertThat(check(looked).taken()).isEqualTo(3);
    ImportView held = world.looked(form(at(row(7), "第一医院", row(1).code())));
    assertThat(keys(held)).containsExactly("code-held", "code-suffix");
    assertThat(check(world.looked(form(row(7)))).refused()).isZero();
  }

  @Test
  @DisplayName("编码全是数字的规则不看前三位和后段")
  void digits() {
    ImportWorld world = new ImportWorld("id", "lianyungang-2012");
    ImportView looked = world.looked(form(at(row(1), "第一医院", "10010001"), at(row(2), "第一医院", row(2).code())));
    assertThat(keys(looked)).containsExactly("PHYSICIAN_CODE");
    assertThat(check(looked).taken()).isEqualTo(1);
  }

  @Test
  @DisplayName("法律不收的签订连条文一起拒绝；已在别的期限内签订的不再签")
  void law() {
    ImportWorld world = new ImportWorld("ie", EDITION);
    world.taken(form(row(1)), true);
    ImportAsk later =
        new ImportAsk(
            world.area, "后.xlsx", form(row(1)), LocalDate.of(2025, 12, 1),
            new ImportTerms(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 6, 1), null));
    HOUSE.clock().set(TestHouse.TODAY.plusDays(1));
    try {
      ImportView refused = world.quiet(desk().upload(world.officer, UUID.randomUUID().toString(), later));
      assertThat(keys(refused)).containsExactly("overlaps");
      assertThat(check(refused).first().getFirst().reason()).isInstanceOf(ImportReason.ByLaw.class);
    } finally {
      HOUSE.clock().set(TestHouse.TODAY);
    }
    ImportAsk inside =
        new ImportAsk(
            world.area, "后.xlsx", form(row(1)), LocalDate.of(2026, 5, 1),
            new ImportTerms(LocalDate.of(2026, 5, 1), null, true));
    ImportView unchanged = world.quiet(desk().upload(world.officer, UUID.randomUUID().toString(), inside));
    assertThat(check(unchanged).unchanged()).isEqualTo(1);
  }

  @Test
  @DisplayName("已登记的人：改了哪几栏写在前面，记录后名册是新的，原来的留着；空着的电话不动")
  void changes() {
    ImportWorld world = new ImportWorld("if", EDITION);
    world.taken(form(row(1), row(2)), true);
    byte[] file = form(named(row(1), "张三", "13800000000"), named(row(2), "李四", ""));
    ImportView looked = world.looked(file);
    assertThat(check(looked).altered()).extracting("was", "now").containsExactly(
        tuple("0551-60000000", "13800000000"));
    assertThat(List.of(check(looked).taken(), check(looked).unchanged())).containsExactly(1, 1);
    world.take(looked.upload().id(), true);
    assertThat(world.person(1).phone()).isEqualTo("13800000000");
    assertThat(world.person(2).phone()).isEqualTo("0551-60000000");
    assertThat(world.count(
        "select count(*) from person_before b join person p on p.id = b.person where p.province = :id"
            + " and b.was ->> 'phone' = '0551-60000000'")).isEqualTo(1);
  }

  @Test
  @DisplayName("全部或全不：有一行不行就一行不记；只记可以记录的行就记那些，其余退回")
  void allOrAccepted() {
    ImportWorld world = new ImportWorld("ig", EDITION);
    byte[] file = form(row(1), at(row(2), "没有的医院", row(2).code()), row(3));
    ImportView looked = world.looked(file);
    ImportView all = world.take(looked.upload().id(), true);
    assertThat(all.state()).isInstanceOfSatisfying(
        ImportState.Failed.class, failed -> assertThat(failed.key()).isEqualTo("imports.failed.not-all"));
    assertThat(world.persons() + world.facts() + world.batches()).isZero();
    ImportView accepted = world.take(looked.upload().id(), false);
    assertThat(accepted.upload().batch()).extracting("taken", "refused").containsExactly(2, 1);
    assertThat(world.persons()).isEqualTo(2);
  }

  @Test
  @DisplayName("协议期限由规则来查，末日早于首日、不含那一天、日期在将来都不收；对的收下，同一个键只收一次")
  void terms() {
    ImportWorld world = new ImportWorld("ih", EDITION);
    byte[] file = form(row(1));
    LocalDate today = TestHouse.TODAY;
    refused(world, file, today.plusDays(1), ImportWorld.FROM, null, "imports.trouble.ahead");
    refused(world, file, ImportWorld.AS_OF, ImportWorld.AS_OF.plusDays(1), null, "imports.trouble.not-then");
    refused(world, file, ImportWorld.AS_OF, ImportWorld.FROM, ImportWorld.AS_OF.minusDays(1),
        "imports.trouble.not-then");
    refused(world, new byte[0], ImportWorld.AS_OF, ImportWorld.FROM, null, "imports.trouble.empty");
    ImportWorld yearly = new ImportWorld("ihl", "lianyungang-2012");
    if (HOUSE.bean(FactDesk.class).lawOf("ihl").edition().terms().months() != null) {
      refused(yearly, file, ImportWorld.AS_OF, ImportWorld.FROM, LocalDate.of(2036, 1, 1), "imports.trouble.terms");
    }
    String key = UUID.randomUUID().toString();
    long upload = desk().upload(world.officer, key, world.ask(file));
    assertThat(desk().upload(world.officer, key, world.ask(file))).isEqualTo(upload);
    assertThatThrownBy(() -> desk().upload(world.officer, key, world.ask(form(row(2))))).isInstanceOf(Problem.class);
  }

  private static void refused(
      ImportWorld world, byte[] file, LocalDate asOf, LocalDate from, LocalDate through, String key) {
    ImportAsk ask = new ImportAsk(world.area, "表.xlsx", file, asOf, new ImportTerms(from, through, null));
    assertThatThrownBy(() -> desk().upload(world.officer, UUID.randomUUID().toString(), ask))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
  }
}
