package cn.xingheng.core.rulebook;


/** 「应当与可以」 Whether a rule binds or leaves discretion. A {@code MAY} never changes a standing by itself. */
public enum Force {
  MUST,
  MAY
}
