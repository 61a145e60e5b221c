package cn.xingheng.bench.day;

import cn.xingheng.bench.day.Message.FeeLine;
import cn.xingheng.bench.day.Message.Target;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * 「医院」 Everything the hospital's systems send on the day, with what is to go wrong, from a seed.
 *
 * <p>Outpatients: one message a visit and its settlement; some are cancelled and charged anew, some pay back, some are
 * uploaded a second time under a new number, some come up to ninety days late. Inpatients: the lines of a ward in
 * messages of 1 to 100; some lines and some whole visits are cancelled. Every third cancellation comes before what it
 * cancels.
 */
final class Hospital {
  private static final int WARD = 50;
  private static final int LONGEST = 100;
  private static final int HUNDRED = 100;
  private final Scenario scenario;
  private final Staff staff;
  private final String prefix;
  private final Random chance;
  private final List<List<Planned>> queues = new ArrayList<>();
  private int messages;

  private Hospital(Scenario scenario, Staff staff, String prefix) {
    this.scenario = scenario;
    this.staff = staff;
    this.prefix = prefix;
    this.chance = new Random(scenario.seed());
    IntStream.range(0, scenario.stations()).forEach(i -> queues.add(new ArrayList<>()));
  }

  /**
   * A message with its fate.
   *
   * @param due the second of the day at which a workstation sends it
   */
  record Planned(Message message, Mishap mishap, long due) {}

  /**
   * The queues of the workstations, each in the order in which it sends.
   *
   * @param prefix of every number and visit, so that days are told apart
   */
  static List<List<Planned>> plan(Scenario scenario, Staff staff, String prefix) {
    Hospital hospital = new Hospital(scenario, staff, prefix);
    IntStream.range(0, scenario.visits()).forEach(hospital::outpatient);
    for (int first = 0; first < scenario.beds(); first += WARD) {
      hospital.ward(first, Math.min(scenario.beds(), first + WARD));
    }
    hospital.queues.forEach(queue -> queue.sort(Comparator.comparingLong(Planned::due)));
    return hospital.queues;
  }

  private void add(int station, Message message, long due) {
    Mishap mishap = Mishap.of(chance.nextInt(10_000));
    long moved = mishap == Mishap.OUT_OF_ORDER ? due + chance.nextInt(7_200) - 3_600 : due;
    queues.get(station % queues.size()).add(new Planned(message, mishap, moved));
  }

  private String number() {
    return prefix + "m%07d".formatted(messages++);
  }

  private LocalDateTime at(int second) {
    return scenario.day().atStartOfDay().plusSeconds(second);
  }

  private boolean once(int in) {
    return chance.nextInt(in) == 0;
  }

  private void outpatient(int index) {
    String visit = prefix + "o" + index;
    int second = 27_000 + chance.nextInt(18_000) + chance.nextInt(18_000);
    boolean emergency = chance.nextInt(16) == 0;
    boolean late = once(HUNDRED);
    LocalDateTime time = at(second).minusDays(late ? 1 + chance.nextInt(Scenario.MOST_DAYS_LATE) : 0);
    LocalDateTime sent = late && once(2) ? at(second) : time;
    List<FeeLine> lines = new ArrayList<>();
    for (int i = 0, count = 1 + chance.nextInt(2 * Scenario.LINES_PER_VISIT - 1); i < count; i++) {
      lines.add(line(visit, "s" + i, "b1", time, emergency, 50_000));
    }
    Message upload = Message.upload("2204", number(), sent, lines);
    add(index, upload, second);
    if (once(50)) {
      cancelled(index, upload, second);
    } else if (once(50)) {
      FeeLine first = lines.getFirst();
      FeeLine back = new FeeLine(visit, "r0", "b1", first.sn(), first.said(), time, emergency, -first.fen());
      add(index, Message.upload("2204", number(), sent.plusMinutes(9), List.of(back)), second + 540L);
    }
    if (once(HUNDRED)) {
      add(index, Message.upload("2204", number(), sent.plusSeconds(20), lines), second + 20L);
    }
    add(index, new Message("2207", number(), sent.plusMinutes(1), List.of(), null, ""), second + 60L);
    if (once(200)) {
      String asked = staff.own().get(chance.nextInt(staff.own().size()));
      add(index, new Message("5102", number(), sent, List.of(), null, asked), second);
    }
  }

  private FeeLine line(
      String visit, String sn, String batch, LocalDateTime time, boolean emergency, int most) {
    return new FeeLine(visit, sn, batch, "", staff.anyone(chance), time, emergency, 1L + chance.nextInt(most));
  }

  /** The batch, or all of it, taken back; every other time it is charged anew, with one line less or another price. */
  private void cancelled(int station, Message upload, int second) {
    FeeLine first = upload.lines().getFirst();
    Target target = new Target(first.visit(), "", once(2) ? first.batch() : "");
    Message cancel = Message.cancel("2205", number(), upload.time().plusMinutes(5), target);
    add(station, cancel, once(3) ? second - 1L : second + 300L);
    if (once(2)) {
      List<FeeLine> again =
          upload.lines().stream()
              .map(one -> new FeeLine(one.visit(), one.sn(), "b2", "", one.said(), one.time(), one.emergency(),
                  one.fen() + chance.nextInt(3)))
              .limit(Math.max(1, upload.lines().size() - 1L))
              .toList();
      add(station, Message.upload("2204", number(), upload.time().plusMinutes(6), again), second + 360L);
    }
  }

  private void ward(int first, int end) {
    List<FeeLine> lines = new ArrayList<>();
    for (int bed = first; bed < end; bed++) {
      String visit = prefix + "i" + bed;
      for (int i = 0; i < Scenario.LINES_PER_BED - 5 + chance.nextInt(11); i++) {
        lines.add(line(visit, "s" + i, "", at(chance.nextInt(80_000)), false, 80_000));
      }
    }
    lines.sort(Comparator.comparing(FeeLine::time));
    int station = first / WARD;
    for (int from = 0; from < lines.size(); ) {
      int to = Math.min(lines.size(), from + 1 + chance.nextInt(LONGEST));
      List<FeeLine> some = lines.subList(from, to);
      int second = some.getLast().time().toLocalTime().toSecondOfDay() + 60;
      Message upload = Message.upload("2301", number(), at(second), some);
      add(station, upload, second);
      if (once(8)) {
        add(station, Message.upload("2301", number(), at(second + 30), some), second + 30L);
      }
      if (once(2)) {
        withdrawn(station, some.get(chance.nextInt(some.size())), second);
      }
      from = to;
    }
  }

  /** A line taken back, or, once in ten, all of the visit up to then. */
  private void withdrawn(int station, FeeLine line, int second) {
    Target target = new Target(line.visit(), once(10) ? "" : line.sn(), "");
    Message cancel = Message.cancel("2302", number(), at(second + 600), target);
    add(station, cancel, once(3) ? second - 1L : second + 600L);
  }
}
