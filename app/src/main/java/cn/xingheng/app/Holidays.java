package cn.xingheng.app;

import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.yaml.LawFault;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** 「另载节假日」 The option of every command that reckons: holiday tables of later years, from files. */
@SuppressWarnings("FieldCanBeFinal") // picocli sets it
final class Holidays {

  @Option(names = "--holidays", paramLabel = "YEAR.yaml",
      description = "另载一年的节假日表，可写几次 a holiday table of a further year; may be given again")
  private List<Path> files = List.of();

  /** The files. */
  List<Path> files() {
    return files;
  }

  /**
   * The shipped editions and holiday tables, and those of the files.
   *
   * @throws LawFault when a file is no holiday table
   */
  CaseEditions editions() {
    return new CaseEditions(files);
  }
}
