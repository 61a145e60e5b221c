package cn.xingheng.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * 「一方」 A program that answers, in a comparison.
 *
 * @param name as it stands in the table
 * @param prepare run before each measured run, not measured; empty when there is nothing to prepare
 * @param command the measured process
 * @param verdicts the file it writes, a line each
 * @param totals the file it writes, totals
 */
record Side(String name, List<String> prepare, List<String> command, Path verdicts, Path totals) {
  Side {
    prepare = List.copyOf(prepare);
    command = List.copyOf(command);
  }
}
