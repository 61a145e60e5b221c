package cn.xingheng.server.archive.form;

import java.util.List;

/** A row of a file: understood, or faulty with the reasons. Both keep what stood there. */
public sealed interface FormLine {

  /** The number of the row in the file, 1 for the first, as a spreadsheet program counts. */
  int number();

  /** The texts of the 18 columns, in the order of the form, as they came. */
  List<String> raw();

  /** A row that says what a row of the form can say. */
  record Understood(int number, List<String> raw, FormRow row) implements FormLine {}

  /** A row that is not taken, for at least one reason. */
  record Faulty(int number, List<String> raw, List<FormFault> faults) implements FormLine {

    /** Copies the faults. */
    public Faulty {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a faulty row has a fault: " + number);
      }
    }
  }
}
