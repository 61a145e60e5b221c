package cn.xingheng.server.claims.his;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.server.claims.ClaimDesk;
import cn.xingheng.server.claims.ClaimLine;
import cn.xingheng.server.claims.ClaimVerdict;
import cn.xingheng.server.claims.his.HisAnswer.Output;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Words;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers messages of the national interface. What a message writes and the answer it gets are one transaction under
 * the sender's number of the message: sent again it gets the same answer and writes nothing.
 */
@Component
class HisDesk {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
  private static final long NUMBERS = 10_000_000_000L;
  private static final int LONGEST_ERROR = 200;
  private static final int MOST_DAYS = 31;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final String PHYSICIAN = "bilg_dr_codg";
  private static final JsonMapper JSON = new JsonMapper();
  private final HisStore store;
  private final CrosswalkDesk crosswalk;
  private final ClaimDesk claims;
  private final TransactionTemplate writing;
  private final Clock clock;

  HisDesk(
      HisStore store, CrosswalkDesk crosswalk, ClaimDesk claims, PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.crosswalk = crosswalk;
    this.claims = claims;
    this.writing = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Whom a field means: the code, and the entry of the crosswalk that told it, or null. */
  private record Meant(String code, @Nullable Long entry) {}

  /**
   * The answer to a message.
   *
   * @throws Problem 403 when it is another institution's; 503 when nothing can be answered
   */
  String answer(InstitutionId institution, byte[] body, Words words) {
    LocalDateTime received = now();
    String area = "000000";
    try {
      HisReader.Envelope envelope = HisReader.envelope(body);
      area = envelope.area();
      HisMessage message = HisReader.read(envelope);
      if (!message.institution().equals(institution.value())) {
        throw Problem.of(403, "his.problem.other-institution", HisFields.shown(message.institution()));
      }
      if (message.sentAt().toLocalDate().isAfter(received.toLocalDate())) {
        throw Problem.of(400, "his.problem.time-ahead", message.sentAt().toString(), received.toString());
      }
      return new Answering(institution, message, new Stamp(area, received), words).answer();
    } catch (Problem refused) {
      if (refused.status() == UNAUTHORISED || refused.status() == FORBIDDEN || refused.status() >= 500) {
        throw refused;
      }
      String said = refused.said(words);
      return written(
          new Stamp(area, received), -1, said.length() > LONGEST_ERROR ? said.substring(0, LONGEST_ERROR) : said, null);
    }
  }

  /**
   * What lines of these days come to.
   *
   * @throws Problem 400 when they are no days, or too many
   */
  HisTotals totals(InstitutionId institution, String from, String through) {
    LocalDate first = day(from);
    LocalDate last = day(through);
    if (first == null || last == null || last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))) {
      throw Problem.of(400, "his.problem.days", Integer.toString(MOST_DAYS));
    }
    Map<Boolean, List<HisTotals.Sum>> totals = store.totals(institution.value(), first, last);
    return new HisTotals(
        first, last, totals.getOrDefault(false, List.of()), totals.getOrDefault(true, List.of()));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** Whose area a message comes from, and when it came. */
  private record Stamp(String area, LocalDateTime received) {}

  private LocalDateTime now() {
    return LocalDateTime.now(clock.withZone(BEIJING));
  }

  private String written(Stamp stamp, int code, String error, @Nullable Output output) {
    LocalDateTime now = now();
    String number = String.format("%010d", ThreadLocalRandom.current().nextLong(NUMBERS));
    return JSON.writeValueAsString(
        new HisAnswer(
            code, stamp.area() + SECOND.format(stamp.received()) + number, MILLI.format(stamp.received()),
            MILLI.format(now), error, output));
  }

  /** One message while it is answered. */
  private final class Answering {
    private final InstitutionId institution;
    private final HisMessage message;
    private final Stamp stamp;
    private final Words words;

    Answering(InstitutionId institution, HisMessage message, Stamp stamp, Words words) {
      this.institution = institution;
      this.message = message;
      this.stamp = stamp;
      this.words = words;
    }

    String answer() {
      return switch (message.input()) {
        case HisMessage.Upload upload -> once(() -> upload(upload.lines()));
        case HisMessage.Cancel cancel -> once(() -> cancel(cancel.targets()));
        case HisMessage.Status status -> taken(status(status.code()));
        case HisMessage.Settlement settlement -> taken(output(null, null, null, "his.note.settlement"));
      };
    }

    private String taken(Output output) {
      return written(stamp, 0, "", output);
    }

    private Output output(
        @Nullable List<HisAnswer.Line> lines, @Nullable List<HisAnswer.Person> persons, @Nullable Long change,
        String note) {
      return new Output(lines, persons, change, words.say(note));
    }

    /** The answer kept under the message's number, or what the work makes of it now. */
    private String once(Supplier<Work> work) {
      Optional<String> before = before();
      if (before.isPresent()) {
        return before.get();
      }
      Work done = work.get();
      String answer = taken(done.output());
      OffsetDateTime sent = message.sentAt().atZone(BEIJING).toOffsetDateTime();
      boolean first =
          Boolean.TRUE.equals(
              writing.execute(
                  status -> {
                    boolean kept = store.keep(message, sent, answer, OffsetDateTime.now(clock));
                    if (kept) {
                      done.rows().run();
                    }
                    return kept;
                  }));
      return first ? answer : before().orElseThrow();
    }

    private Optional<String> before() {
      return store.find(institution.value(), message.msgid())
          .map(
              kept -> {
                if (!kept.hash().equals(message.hash())) {
                  throw Problem.of(409, "his.problem.reused", HisFields.shown(message.msgid()));
                }
                return kept.answer();
              });
    }

    private Work cancel(List<HisMessage.Target> targets) {
      return new Work(
          output(null, null, null, "his.note.cancelled"), () -> store.cancellations(message, targets));
    }

    private Work upload(List<HisLine> lines) {
      Crossing crossing = crossing(lines.stream().map(HisLine::said).distinct().toList());
      List<Meant> meant = lines.stream().map(line -> crossing.meant(line.said(), line.day())).toList();
      List<ClaimLine> asked = new ArrayList<>();
      for (int at = 0; at < lines.size(); at++) {
        HisLine line = lines.get(at);
        asked.add(
            new ClaimLine(
                line.sn(), meant.get(at).code(), institution.value(), line.day(), line.setting(), line.fen()));
      }
      ClaimDesk.Judged judged = claims.judge(institution, asked);
      List<HisAnswer.Line> said = new ArrayList<>();
      List<HisStore.Row> rows = new ArrayList<>();
      for (int at = 0; at < lines.size(); at++) {
        HisLine line = lines.get(at);
        Meant whom = meant.get(at);
        ClaimVerdict verdict = judged.verdicts().get(at);
        said.add(said(line, whom, verdict));
        rows.add(new HisStore.Row(line, whom.code(), whom.entry(), verdict.verdict(), verdict.because()));
      }
      return new Work(
          output(said, null, judged.no(), "his.note.time"), () -> store.lines(message, rows, judged.no()));
    }

    private static HisAnswer.Line said(HisLine line, Meant whom, ClaimVerdict verdict) {
      boolean named = !whom.code().isEmpty();
      return new HisAnswer.Line(
          line.sn(), line.visit(), verdict.verdict(), verdict.because(), verdict.causes(), verdict.articles(),
          verdict.until(), named ? PHYSICIAN : null, named ? whom.code() : null, whom.entry() != null,
          "fee_ocur_time");
    }

    private Crossing crossing(List<String> said) {
      List<String> strange = said.stream().filter(one -> !one.isEmpty() && !claims.known(one)).toList();
      return new Crossing(crosswalk.of(institution, strange));
    }

    private Output status(String asked) {
      LocalDate today = LocalDate.now(clock);
      Meant whom = crossing(List.of(asked)).meant(asked, today);
      List<ClaimLine> lines =
          Arrays.stream(Setting.values())
              .map(
                  setting -> new ClaimLine(setting.word(), whom.code(), institution.value(), today, setting, 0))
              .toList();
      ClaimDesk.Judged judged = claims.judge(institution, lines);
      Map<String, ClaimVerdict> bySetting =
          judged.verdicts().stream().collect(Collectors.toMap(ClaimVerdict::id, verdict -> verdict));
      ClaimVerdict usual = Objects.requireNonNull(bySetting.get(Setting.OUTPATIENT.word()));
      String flag =
          usual.verdict().equals(Verdict.PAYABLE.word()) ? "1"
              : usual.verdict().equals(Verdict.REFUSED.word()) ? "0" : "";
      HisAnswer.Person person =
          new HisAnswer.Person(asked, flag, whom.code(), whom.entry() != null, today, judged.verdicts());
      return output(null, List.of(person), judged.no(), "his.note.status");
    }
  }

  /** What a message comes to: the answer, and the rows that are kept with it. */
  private record Work(Output output, Runnable rows) {}

  /** The entries of the staff numbers that are no codes. */
  private record Crossing(Map<String, List<CrosswalkEntry>> entries) {

    Meant meant(String said, LocalDate day) {
      return entries.getOrDefault(said, List.of()).stream().filter(one -> one.on(day)).findFirst()
          .map(one -> new Meant(one.code(), one.id()))
          .orElseGet(() -> new Meant(said, null));
    }
  }
}
