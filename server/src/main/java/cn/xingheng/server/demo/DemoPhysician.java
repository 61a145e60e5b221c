package cn.xingheng.server.demo;

import cn.xingheng.core.facts.Fact;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Person;
import java.util.List;

/**
 * One invented physician with everything that is to be recorded.
 *
 * @param codes at most one for each institution; none for somebody who never signed
 * @param facts in the order in which they are recorded, each of them lawful when it is
 */
public record DemoPhysician(Person person, List<CodeGrant> codes, List<Fact> facts) {

  public DemoPhysician {
    codes = List.copyOf(codes);
    facts = List.copyOf(facts);
  }
}
