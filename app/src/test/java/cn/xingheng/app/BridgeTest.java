package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.TurningDays;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseFiles;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("两条路，一个答案：事实→资格状态文件→批量匹配，与逐行判定一致")
final class BridgeTest {

  private static final Path GOOD =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases", "good"));
  private static final List<String> EDITIONS = List.of("anhui-2019", "lianyungang-2012");

  private final CaseEditions editions = new CaseEditions();
  private final List<String> lines = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @TempDir
  private Path folder;

  @BeforeEach
  void none() {
    lines.clear();
    expected.clear();
  }

  @Test
  @DisplayName("全部随附案例：每人、每家机构、每个转折日前后、四种就诊类型")
  void shippedCases() throws IOException {
    int compared = 0;
    for (Path file : CaseFiles.under(GOOD)) {
      compared += compare(file, true);
    }
    assertThat(compared).isGreaterThan(50_000);
  }

  @ParameterizedTest(name = "种子 {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("随机经历：一行一案，一次匹配")
  void randomHistories(long seed) throws IOException {
    RandomFacts random = new RandomFacts(seed);
    Path file = folder.resolve("random.jsonl");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      text.append(random.line(EDITIONS.get(i % EDITIONS.size()), i)).append('\n');
    }
    Files.writeString(file, text);
    assertThat(compare(file, false)).isGreaterThan(20_000);
    assertThat(String.join("\n", expected)).contains(
        "payable,\n", ",points\n", ",other-institution\n", ",not-signed\n", ",institution\n", ",left\n",
        ",terminated\n", ",expired\n", ",practice-suspended\n", ",not-applied\n");
  }

  @Test
  @DisplayName("反证：删去状态文件中的一行，就不一致")
  void negativeControl() throws IOException {
    Path file = Files.writeString(folder.resolve("one.yaml"), """
        edition: anhui-2019
        given:
          - {on: 2026-01-01, what: signed, person: zhang, at: h1}
          - {on: 2026-02-01, what: visiting, person: zhang, home: h1, at: h2, from: 2026-02-01, through: 2026-04-30}
        """);
    assertThat(compare(file, false)).isPositive();
    Path standings = standings(file);
    List<String> rows = Files.readAllLines(standings);
    assertThat(rows).contains("zhang,h2,2026-05-01,9999-12-31,ended,other-institution");
    rows.removeLast();
    Files.write(standings, rows);
    assertThat(matched(standings, false)).isNotEqualTo(expected);
  }

  /** Compares all answers of a file's cases; how many there were. */
  private int compare(Path file, boolean oneByOne) throws IOException {
    List<Case> cases;
    try (Stream<Case> read = CaseReader.cases(file, CaseReader.Use.FACTS)) {
      cases = read.toList();
    }
    int compared = 0;
    none();
    boolean refused = false;
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      if (!(editions.find(c) instanceof CaseEditions.Ready(var edition))) {
        throw new AssertionError(c.name() + " has no edition");
      }
      Law law = new Law(edition, editions.calendar(c));
      refused = law.reads(ReadingKey.EMERGENCY_AT_STOPPED_INSTITUTION, "refused");
      ask(law, c);
      if (oneByOne) {
        Path one = cases.size() == 1 ? file : document(file, i);
        assertThat(matched(standings(one), refused)).as(c.file() + ": " + c.name())
            .containsExactlyElementsOf(expected);
        compared += expected.size();
        none();
      }
    }
    if (!oneByOne) {
      assertThat(matched(standings(file), refused)).isEqualTo(expected);
      compared = expected.size();
    }
    return compared;
  }

  /** One document of a file as a file of its own: cases of one file may use the same names. */
  private Path document(Path file, int number) throws IOException {
    if (file.toString().endsWith(".jsonl")) {
      return Files.writeString(folder.resolve("one.jsonl"),
          Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList().get(number));
    }
    List<String> documents = Stream.of(Files.readString(file).split("(?m)^---.*$"))
        .filter(text -> text.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))).toList();
    return Files.writeString(folder.resolve("one.yaml"), documents.get(number));
  }

  private void ask(Law law, Case c) {
    Book book = Book.reckon(law, c.facts());
    Set<InstitutionId> sites = new LinkedHashSet<>(List.of(new InstitutionId("h-nowhere")));
    book.histories().keySet().forEach(person -> sites.addAll(book.dossier(person, LocalDate.MAX).sites()));
    List<PersonId> persons = new ArrayList<>(book.histories().keySet());
    persons.add(new PersonId("nobody"));
    for (PersonId person : persons) {
      Dossier dossier = book.dossier(person, LocalDate.MAX);
      Set<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2012, 1, 1), LocalDate.of(2060, 12, 31)));
      for (LocalDate turn : TurningDays.reckon(dossier)) {
        if (turn.getYear() > 1 && turn.getYear() < 9000) {
          days.addAll(List.of(turn.minusDays(1), turn, turn.plusDays(17)));
        }
      }
      for (LocalDate day : days) {
        for (InstitutionId site : sites) {
          for (Setting setting : Setting.values()) {
            ask(dossier, person, site, day, setting);
          }
        }
      }
    }
  }

  private void ask(Dossier dossier, PersonId person, InstitutionId site, LocalDate day, Setting setting) {
    ClaimAnswer answer = ClaimAnswer.reckon(dossier, person, site, day, setting);
    String because =
        answer.verdict() == Verdict.PAYABLE ? "" : answer.causes().stream().findFirst().orElseThrow().word();
    String id = lines.size() + ":" + day + ":" + person + ":" + site;
    lines.add(id + "," + day + "T10:00," + person + "," + site + "," + setting.word() + ",100");
    expected.add(id + "," + answer.verdict().word() + "," + because);
  }

  private Path standings(Path facts) {
    Path file = folder.resolve("S.csv");
    StringWriter said = new StringWriter();
    int code = new CommandLine(new StandingsCommand()).setErr(new PrintWriter(said))
        .execute(facts.toString(), "--out", file.toString());
    assertThat(code).as(facts + "\n" + said).isZero();
    return file;
  }

  private List<String> matched(Path standings, boolean emergencyRefused) throws IOException {
    Path claims = folder.resolve("C.csv");
    Path verdicts = folder.resolve("V.csv");
    Files.writeString(claims, "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n"
        + String.join("\n", lines) + "\n");
    Verdict stopped = emergencyRefused ? Verdict.REFUSED : Verdict.EXCEPTED;
    MatchRun.run(new MatchFiles(standings, claims, verdicts, folder.resolve("T.json"), null),
        MatchOptions.of(stopped, 1), Progress.SILENT);
    List<String> read = Files.readAllLines(verdicts);
    return read.subList(1, read.size());
  }
}
