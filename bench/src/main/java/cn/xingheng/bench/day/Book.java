package cn.xingheng.bench.day;

import cn.xingheng.bench.day.Message.FeeLine;
import cn.xingheng.bench.day.Message.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * 「医院自己的账」 What the hospital believes: its lines by name, kept by the rule it was told and by nothing of the server's
 * but the verdicts it was answered.
 *
 * <p>The rule: of the uploads of a line the one sent last stands, by the hospital's clock and then the number of the
 * message, unless a cancellation sent after it names the line, its batch or its visit.
 */
final class Book {
  private final Staff staff;
  private final Map<String, Entry> lines = new HashMap<>();
  private final Map<String, List<Cancelled>> cancelled = new HashMap<>();

  Book(Staff staff) {
    this.staff = staff;
  }

  private record Entry(FeeLine line, String order, Answer.Verdict verdict) {}

  private record Cancelled(Target target, String order) {}

  /**
   * How a line ends.
   *
   * @param physician the code, a staff number turned into it
   * @param state standing or cancelled
   */
  record End(
      LocalDate day, String physician, String setting, long fen, String verdict, String because, String state) {}

  /** Enters a message that was taken. */
  synchronized void enter(Message message, Answer answer) {
    Map<String, Answer.Verdict> verdicts = answer.verdicts();
    for (FeeLine line : message.lines()) {
      Answer.@Nullable Verdict verdict = verdicts.get(line.name());
      if (verdict == null) {
        throw new IllegalStateException("no verdict on " + line.name() + " in the answer to " + message.msgid());
      }
      Entry entry = new Entry(line, message.order(), verdict);
      lines.merge(line.name(), entry, (one, other) -> one.order.compareTo(other.order) > 0 ? one : other);
    }
    Target target = message.target();
    if (target != null) {
      cancelled.computeIfAbsent(target.visit(), key -> new ArrayList<>()).add(new Cancelled(target, message.order()));
    }
  }

  /**
   * How every line ends.
   *
   * @param forgetful whether the cancellation of one line is forgotten: a control that must be found out
   */
  synchronized SortedMap<String, End> close(boolean forgetful) {
    AtomicBoolean forgets = new AtomicBoolean(forgetful);
    SortedMap<String, End> ends = new TreeMap<>();
    new TreeMap<>(lines).forEach(
        (name, entry) -> {
          boolean gone = cancelled.getOrDefault(entry.line.visit(), List.of()).stream()
              .anyMatch(one -> one.target.hits(entry.line) && one.order.compareTo(entry.order) > 0);
          ends.put(name, end(entry, gone && !forgets.compareAndSet(true, false)));
        });
    return ends;
  }

  private End end(Entry entry, boolean gone) {
    FeeLine line = entry.line;
    boolean inpatient = line.batch().isEmpty();
    String setting = line.emergency() ? "emergency" : inpatient ? "inpatient" : "outpatient";
    return new End(line.time().toLocalDate(), staff.code(line.said()), setting, line.fen(), entry.verdict.word(),
        entry.verdict.because(), gone ? "cancelled" : "standing");
  }
}
