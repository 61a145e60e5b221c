package cn.xingheng.app;

import cn.xingheng.core.rulebook.Edition;
import java.io.PrintWriter;
import java.nio.file.Path;

/** 「版本的案例」 Runs the cases of an edition under a file of it: what {@code edition check} does after it has read it. */
interface EditionCases {

  /**
   * Runs them and reports.
   *
   * @param file the edition file under which the cases run that name its id
   * @return 0 when all pass, 1 when one fails, 2 when one cannot be read
   */
  int run(Edition edition, Path file, PrintWriter out, PrintWriter err);

  /** Says that no case was run. */
  static int none(Edition edition, PrintWriter out) {
    out.println(edition.id() + ": 没有运行案例 no cases were run");
    return 0;
  }
}
