package cn.xingheng.server.facts;

/** Who answers from memory, and must have a change before its author hears that it is recorded. */
public interface ChangeHeard {

  /** This change of this server is visible to everybody; returns when it is answered by, or after a short while. */
  void committed(long no);
}
