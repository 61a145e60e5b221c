/**
 * Cases: the law by example. Reads files of facts and expectations, asks the reckoning, compares, reports.
 *
 * <p>May touch files, the strict reader in {@code yaml}, editions and holiday tables; reckons nothing itself and asks
 * through {@link cn.xingheng.law.cases.Reckoning}. Central types: {@link cn.xingheng.law.cases.Case},
 * {@link cn.xingheng.law.cases.CaseReader} and {@link cn.xingheng.law.cases.CaseRunner}.
 */
@NullMarked
package cn.xingheng.law.cases;

import org.jspecify.annotations.NullMarked;
