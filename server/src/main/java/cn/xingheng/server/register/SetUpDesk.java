package cn.xingheng.server.register;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.server.house.security.SetUp;
import cn.xingheng.server.rulebook.LawDesk;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first set-up: a province and the account that administers it, both or neither. */
@Component
class SetUpDesk {
  private final RegisterDesk register;
  private final LawDesk law;
  private final SetUp setUp;

  SetUpDesk(RegisterDesk register, LawDesk law, SetUp setUp) {
    this.register = register;
    this.law = law;
    this.setUp = setUp;
  }

  /** The editions a province can work under. */
  List<Edition> editions() {
    return List.copyOf(law.editions());
  }

  /** Makes both; whether it did: not when somebody else was first. */
  @Transactional
  public boolean found(FirstSetUp first) {
    if (!setUp.begin()) {
      return false;
    }
    if (law.find(first.edition()).isEmpty()) {
      throw new IllegalArgumentException("no edition " + first.edition());
    }
    register.enter(
        new Organisation(
            first.province(), null, first.province() + "/", Organisation.Kind.PROVINCE, first.provinceName(),
            null, first.edition(), null, null));
    setUp.found(first.login(), first.name(), first.password(), first.province());
    return true;
  }
}
