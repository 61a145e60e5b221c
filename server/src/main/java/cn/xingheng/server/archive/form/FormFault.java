package cn.xingheng.server.archive.form;

import cn.xingheng.server.register.IdentityNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, to be said by {@link FormWords}.
 *
 * @param column where, or null when it is the file as a whole
 * @param found the value as it stood there; it may be a whole identity number, which {@link #shown()} masks
 * @param arguments for the words of the bundle, all of them texts
 */
public record FormFault(FormProblem problem, @Nullable FormColumn column, String found, List<String> arguments) {

  private static final int SHOWN = 60;

  /** Copies the arguments. */
  public FormFault {
    arguments = List.copyOf(arguments);
  }

  /** Of the file as a whole. */
  static FormFault ofFile(FormProblem problem, String... arguments) {
    return new FormFault(problem, null, "", List.of(arguments));
  }

  /** The value found, an identity number masked wherever it stood, a long text cut. */
  public String shown() {
    if (column == FormColumn.IDENTITY || IdentityNumber.flaw(found).isEmpty()) {
      return IdentityNumber.masked(found);
    }
    return found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
  }
}
