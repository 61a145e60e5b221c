package cn.xingheng.server.standing.band;

/** 「用语」 The words of one language: a text by its key, its places filled in. */
@FunctionalInterface
public interface Words {

  /** The text with this key. */
  String say(String key, Object... args);
}
