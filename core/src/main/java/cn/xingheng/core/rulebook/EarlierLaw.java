package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.time.LocalDate;

/**
 * 「先前的法律」 What is cited for days before a general law was in force.
 *
 * @param insteadOf the short name of the later law
 * @param through the last day for which the earlier one is cited
 */
public record EarlierLaw(String insteadOf, LocalDate through, Citation citation) {}
