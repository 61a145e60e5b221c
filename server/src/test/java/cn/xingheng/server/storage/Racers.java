package cn.xingheng.server.storage;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.foresight.Ladder;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.standing.Duties;
import cn.xingheng.core.standing.DutyState;
import cn.xingheng.core.standing.History;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Follower;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.facts.Recording;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two officers at two desks who deduct from the same physician at the same moment, and what each of them saw. */
final class Racers {
  private static final Set<Duty> WATCHED = EnumSet.of(Duty.CONSIDER_SUSPENSION, Duty.TERMINATE);

  private final Ward ward;
  private final Onlooker onlooker = new Onlooker();
  private final FactDesk desk;

  private Racers(Ward ward, JdbcClient jdbc, List<Follower> followers) {
    this.ward = ward;
    List<Follower> all = new ArrayList<>(followers);
    all.add(onlooker);
    Object store = made(storeType(), List.of(jdbc));
    this.desk = (FactDesk) made(FactDesk.class, List.of(store, all));
  }

  /** The shipped desk and store, with somebody who looks on. */
  static Racers shipped(Ward ward) {
    return new Racers(ward, ward.bean(JdbcClient.class), List.of(ward.spans()));
  }

  /** The same with a store whose statements lock nothing. */
  static Racers unlocked(Ward ward) {
    JdbcClient real = ward.bean(JdbcClient.class);
    JdbcClient unlocking =
        (JdbcClient)
            Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class},
                (proxy, method, arguments) ->
                    real.sql(String.valueOf(arguments[0]).replaceFirst(" for (no key )?update$", "")));
    return new Racers(ward, unlocking, List.of());
  }

  /** What one saw inside the own transaction: the total after the own fact, and the duties that this fact brought. */
  record Sight(int total, Set<Duty> fired) {}

  /** How a race ended. */
  record End(PersonId person, List<Sight> sights) {

    /** Each total seen once, each threshold crossed once. */
    boolean right() {
      Set<Integer> totals = sights.stream().map(Sight::total).collect(Collectors.toSet());
      return totals.equals(Set.of(10, 12)) && count(Duty.CONSIDER_SUSPENSION) == 1 && count(Duty.TERMINATE) == 1;
    }

    long count(Duty duty) {
      return sights.stream().filter(sight -> sight.fired().contains(duty)).count();
    }
  }

  /** One race about each physician. */
  List<End> race(List<PersonId> persons) throws InterruptedException, ExecutionException {
    List<End> ends = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (PersonId person : persons) {
        Future<Sight> one = two.submit(racer(start, person, "2.2"));
        Future<Sight> other = two.submit(racer(start, person, "2.3"));
        ends.add(new End(person, List.of(one.get(), other.get())));
      }
    }
    return ends;
  }

  private Callable<Sight> racer(CyclicBarrier start, PersonId person, String item) {
    Recording plain = ward.recording(person, item, "race-" + person + "-" + item);
    Recording watched =
        ward.recording(
            plain.viewer(), person,
            head -> {
              onlooker.own.set(head.id());
              return plain.fact().apply(head);
            },
            plain.document(), plain.key());
    return () -> {
      ready(start);
      ward.transactions().executeWithoutResult(status -> desk.record(watched));
      return onlooker.sight();
    };
  }

  private static void ready(CyclicBarrier start) throws InterruptedException {
    try {
      start.await();
    } catch (BrokenBarrierException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** Looks on inside the transaction that records. */
  private final class Onlooker implements Follower {
    private final ThreadLocal<Gathered> seen = new ThreadLocal<>();
    private final ThreadLocal<FactId> own = new ThreadLocal<>();

    @Override
    public void changed(Map<PersonId, History> histories) {
      seen.set(desk.gather(histories.keySet().iterator().next()));
    }

    Sight sight() {
      Gathered gathered = Objects.requireNonNull(seen.get());
      List<Fact> others = gathered.facts().stream().filter(fact -> !fact.id().equals(own.get())).toList();
      History after = gathered.history();
      Set<Duty> fired = due(after);
      fired.removeAll(due(History.reckon(gathered.law(), gathered.house(), others)));
      int total = Ladder.reckon(after.knownAt(LocalDate.MAX), Ward.SITE, Ward.TODAY).total();
      return new Sight(total, fired);
    }

    private Set<Duty> due(History history) {
      return Duties.reckon(history.knownAt(LocalDate.MAX), Ward.TODAY).stream()
          .filter(DutyState::due)
          .map(DutyState::duty)
          .filter(WATCHED::contains)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
    }
  }

  private static Class<?> storeType() {
    try {
      return Class.forName("cn.xingheng.server.facts.FactStore");
    } catch (ClassNotFoundException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** Made by its own constructor; what is not given comes from the house. */
  private Object made(Class<?> type, Collection<Object> given) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    List<Object> arguments = new ArrayList<>();
    for (Class<?> wanted : constructor.getParameterTypes()) {
      arguments.add(
          given.stream().filter(wanted::isInstance).findFirst()
              .orElseGet(() -> wanted == Clock.class ? ward.bean(Clock.class) : ward.bean(wanted)));
    }
    try {
      return constructor.newInstance(arguments.toArray());
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
