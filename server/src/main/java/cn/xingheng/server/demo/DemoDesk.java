package cn.xingheng.server.demo;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves the invented world into an empty house. */
@Component
public class DemoDesk {
  private static final int AT_ONCE = 500;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final AccountStore accounts;
  private final PasswordEncoder passwords;
  private final TransactionOperations transactions;
  private final Clock clock;

  DemoDesk(
      RegisterDesk register, FactDesk facts, AccountStore accounts, PasswordEncoder passwords,
      TransactionOperations transactions, Clock clock) {
    this.register = register;
    this.facts = facts;
    this.accounts = accounts;
    this.passwords = passwords;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether nobody lives here yet. */
  public boolean empty() {
    return register.allOrganisations().isEmpty() && !accounts.any();
  }

  /**
   * Fills an empty house with the world of this seed.
   *
   * @param physicians how many
   * @param password of every demo account
   * @param progress hears how many physicians have moved in
   */
  public DemoWorld fill(long seed, int physicians, String password, IntConsumer progress) {
    DemoWorld world = DemoWorld.plan(seed, LocalDate.now(clock), physicians);
    transactions.executeWithoutResult(status -> open(world, password));
    Iterator<DemoPhysician> coming = world.physicians().iterator();
    int done = 0;
    while (coming.hasNext()) {
      List<DemoPhysician> some = new ArrayList<>(AT_ONCE);
      while (coming.hasNext() && some.size() < AT_ONCE) {
        some.add(coming.next());
      }
      transactions.executeWithoutResult(status -> moveIn(some));
      done += some.size();
      progress.accept(done);
    }
    return world;
  }

  private void open(DemoWorld world, String password) {
    world.organisations().forEach(register::enter);
    String hash = passwords.encode(password);
    for (DemoAccount account : world.accounts()) {
      long id = accounts.add(account.login(), account.name(), hash);
      accounts.grant(id, account.organisation(), Role.valueOf(account.role().toUpperCase(Locale.ROOT)));
    }
    world.institutionFacts().forEach(
        (province, given) -> facts.put(province, List.of(new Given(null, given, null, null)), null, null));
  }

  private void moveIn(List<DemoPhysician> some) {
    register.enter(
        some.stream().map(DemoPhysician::person).toList(),
        some.stream().flatMap(one -> one.codes().stream()).toList());
    some.stream().collect(Collectors.groupingBy(one -> one.person().province())).forEach(
        (province, theirs) -> {
          facts.put(
              province,
              theirs.stream().map(one -> new Given(one.person().id(), one.facts(), null, null)).toList(), null, null);
          List<PersonId> ids = theirs.stream().map(DemoPhysician::person).map(Person::id).toList();
          facts.follow(province, ids);
        });
  }
}
