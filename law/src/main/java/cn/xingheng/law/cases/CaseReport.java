package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.LawFault;
import org.jspecify.annotations.Nullable;

/** 「案例报告」 Is told what a run finds, in the order of files and cases, by one thread. */
public interface CaseReport {

  /** A file that cannot be read; none of its cases was run. */
  void refused(LawFault fault);

  /**
   * A case that was run.
   *
   * @param before the same case under the edition it names, when it was run under another one; otherwise null
   */
  void ran(CaseResult result, @Nullable CaseResult before);

  /** The end of the run. */
  void ended(Totals totals);

  /** 「合计」 How many cases passed and failed, and how many files were refused. */
  record Totals(long passed, long failed, long refused) {

    /** 0 when all is well, 1 when a case failed, 2 when a file could not be read. */
    public int exitCode() {
      if (refused > 0) {
        return 2;
      }
      return failed > 0 ? 1 : 0;
    }

    @Override
    public String toString() {
      return passed + " passed, " + failed + " failed";
    }
  }
}
