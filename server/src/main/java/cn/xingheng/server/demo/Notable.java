package cn.xingheng.server.demo;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;

/**
 * A physician worth looking up: the same person under every seed.
 *
 * @param key a word that says what is to be seen
 * @param at the institution at which to look
 * @param description one line, in Chinese
 */
public record Notable(String key, PersonId person, String name, InstitutionId at, String description) {}
