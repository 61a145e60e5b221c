package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 「所依版本」 The edition a case names.
 *
 * @param name an edition's id, or the path of an edition file from the case's folder
 * @param from the day the area crosses over to it, or null when the case names only one
 * @param place where it is named
 */
public record EditionRef(String name, @Nullable LocalDate from, Place place) {}
