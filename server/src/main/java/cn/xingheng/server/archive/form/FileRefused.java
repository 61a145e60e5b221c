package cn.xingheng.server.archive.form;

/** Ends the reading of a file that cannot be read; it never leaves this room. */
final class FileRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final transient FormFault fault;

  FileRefused(FormProblem problem, String... arguments) {
    super(problem.name(), null, false, false);
    this.fault = FormFault.ofFile(problem, arguments);
  }

  FormFault fault() {
    return fault;
  }
}
