package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.Place;

/**
 * 「选定的读法」 How a case reads a passage that leaves a choice.
 *
 * @param value a word, or the day of a reading that sets one
 * @param place where it is chosen
 */
public record Choice(String value, Place place) {}
