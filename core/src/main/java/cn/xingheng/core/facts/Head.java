package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;
import java.time.LocalDate;

/**
 * 「事实抬头」 What every fact has.
 *
 * @param id its name, unique within a book
 * @param on its legal day, in Beijing
 * @param recorded the day it was entered; it is known from the end of that day
 */
public record Head(FactId id, LocalDate on, LocalDate recorded) {}
