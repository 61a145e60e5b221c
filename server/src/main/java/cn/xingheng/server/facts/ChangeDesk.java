package cn.xingheng.server.facts;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.calendar.CalendarChanged;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers what changes the house's answers. A transaction says what it touches when it likes; its numbers are given
 * just before it commits, so that they come in the order of commits and nobody waits for anybody while a person is
 * locked.
 */
@Component
public class ChangeDesk {
  private final ChangeStore store;
  private final ObjectProvider<ChangeHeard> heard;

  ChangeDesk(ChangeStore store, ObjectProvider<ChangeHeard> heard) {
    this.store = store;
    this.heard = heard;
  }

  /** The standing or the codes of these persons change with the transaction that is under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void persons(Collection<PersonId> persons) {
    Pending pending = pending();
    persons.forEach(person -> pending.persons.add(person.value()));
  }

  /** Organisations change with the transaction that is under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void organisations() {
    pending().others.add(Change.What.ORGANISATIONS);
  }

  /** Keys of hospital systems change with the transaction that is under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keys() {
    pending().others.add(Change.What.KEYS);
  }

  /** A year of the calendar comes into force with the transaction that is under way. */
  @EventListener
  void calendarChanged(CalendarChanged changed) {
    pending().others.add(Change.What.CALENDAR);
  }

  /**
   * The projections follow the calendar since the transaction that is under way.
   *
   * @param no of the newest change of the calendar that they follow
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void followed(long no) {
    pending().followed = no;
  }

  /** The newest change of the calendar that the projections do not follow yet; 0 when there is none. */
  public long unfollowed() {
    return store.unfollowed();
  }

  /** The newest change there is; 0 before the first. */
  public long latest() {
    return store.latest();
  }

  /** The changes after a number, in order, at most so many. */
  public List<Change> after(long no, int most) {
    return store.after(no, most);
  }

  private Pending pending() {
    Pending known = (Pending) TransactionSynchronizationManager.getResource(this);
    if (known != null) {
      return known;
    }
    Pending pending = new Pending();
    TransactionSynchronizationManager.bindResource(this, pending);
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  /** What the transaction under way has touched. */
  private final class Pending implements TransactionSynchronization {
    private final Set<String> persons = new TreeSet<>();
    private final Set<Change.What> others = EnumSet.noneOf(Change.What.class);
    private @Nullable Long followed;
    private long last;

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      for (Change.What what : others) {
        last = store.append(what.word(), List.of(), null);
      }
      if (!persons.isEmpty()) {
        last = store.append(Change.What.PERSONS.word(), persons, null);
      }
      if (followed != null) {
        last = store.append(Change.What.PROJECTIONS.word(), List.of(), followed);
      }
    }

    @Override
    public void afterCommit() {
      if (last > 0) {
        heard.forEach(one -> one.committed(last));
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ChangeDesk.this);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(ChangeDesk.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ChangeDesk.this, this);
    }
  }
}
