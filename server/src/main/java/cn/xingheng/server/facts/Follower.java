package cn.xingheng.server.facts;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.standing.History;
import java.util.Map;

/** Who keeps something up with a person's facts, in the transaction that records one. */
public interface Follower {

  /** The facts of these persons, or of an institution of theirs, are now these. */
  void changed(Map<PersonId, History> histories);
}
