package cn.xingheng.server.register;

import cn.xingheng.core.basics.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A physician code (服务编码) held by one person.
 *
 * @param since the first day
 * @param until the first day on which it is cancelled, or null while it is held
 */
public record CodeGrant(String code, PersonId person, LocalDate since, @Nullable LocalDate until) {}
