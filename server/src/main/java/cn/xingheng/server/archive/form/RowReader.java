package cn.xingheng.server.archive.form;

import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands one row by itself: forgiving about looks, strict about meaning. */
final class RowReader {

  private static final Pattern WITH_EXPONENT = Pattern.compile("[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d+");
  private static final Pattern WITH_FRACTION = Pattern.compile("\\d+\\.0+");
  private static final Pattern CUT_TO_FIFTEEN = Pattern.compile("\\d{15}000");
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,4})(?:\\.0+)?分?");
  private static final Pattern CERTIFICATE = Pattern.compile("[\\p{IsHan}A-Za-z0-9()\\[\\]〔〕\\-—/.]{4,60}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int CERTIFICATE_DIGITS = 15;
  private static final Pattern PHONE = Pattern.compile("[+(]?\\d[\\d()+\\-—/、,;转]{4,60}");

  private final FormRules rules;
  private final List<FoundCell> cells;
  private final List<FormFault> faults = new ArrayList<>();

  private RowReader(FormRules rules, List<FoundCell> cells) {
    this.rules = rules;
    this.cells = cells;
  }

  static Judged judge(FormRules rules, int number, List<FoundCell> cells, List<String> raw) {
    return new RowReader(rules, cells).judge(number, raw);
  }

  private Judged judge(int number, List<String> raw) {
    String institution = Looks.joined(text(FormColumn.INSTITUTION));
    String name = name();
    Optional<Sex> sex = sex();
    Optional<IdentityNumber> identity = identity(sex);
    Optional<Category> category = choice(FormColumn.CATEGORY, Choices.CATEGORIES);
    var position = choice(FormColumn.POSITION, Choices.POSITIONS);
    var title = choice(FormColumn.TITLE, Choices.TITLES);
    String specialty = Looks.joined(text(FormColumn.SPECIALTY));
    String code = code();
    String certificate = certificate(category);
    String phone = phone();
    String violation = text(FormColumn.VIOLATION);
    String description = text(FormColumn.DESCRIPTION);
    Optional<Integer> single = points(FormColumn.SINGLE_POINTS);
    Optional<Integer> total = points(FormColumn.TOTAL_POINTS);
    if (single.isPresent() && total.isPresent() && total.get() < single.get()) {
      fault(FormProblem.TOTAL_BELOW_SINGLE, FormColumn.TOTAL_POINTS, single.get().toString());
    }
    Optional<StatedStatus> status = choice(FormColumn.STATUS, Choices.STATUSES);
    String remark = text(FormColumn.REMARK);
    Optional<FormRow> row = faults.isEmpty()
        ? Optional.of(new FormRow(institution, name, sex.orElseThrow(), identity.orElseThrow(),
            category.orElseThrow(), position.orElse(null), title.orElse(null), specialty, code, certificate, phone,
            violation, description, single.orElse(null), total.orElse(null), status.orElseThrow(), remark))
        : Optional.empty();
    return new Judged(
        number, raw, row, faults, identity.map(IdentityNumber::value).orElse(""), code, name, institution);
  }

  /** What a cell says, or nothing when it says nothing or cannot be used; the latter is noted. */
  private String text(FormColumn column) {
    FoundCell cell = cells.get(column.index());
    Optional<FormProblem> unusable = switch (cell.kind()) {
      case TEXT, NUMBER -> Optional.empty();
      case FORMULA -> Optional.of(FormProblem.FORMULA);
      case ERROR -> Optional.of(FormProblem.CELL_ERROR);
    };
    if (unusable.isPresent()) {
      fault(unusable.get(), column);
      return "";
    }
    String value = Looks.value(cell.text());
    if (value.length() > column.longest()) {
      fault(FormProblem.TOO_LONG, column, Integer.toString(value.length()), Integer.toString(column.longest()));
      return "";
    }
    if (!Looks.nothing(value)) {
      return value;
    }
    if (column.required()) {
      fault(FormProblem.MISSING, column);
    }
    return "";
  }

  private String name() {
    String name = Looks.joined(text(FormColumn.NAME));
    if (!name.isEmpty() && (name.chars().anyMatch(Character::isDigit) || name.codePoints().noneMatch(
        Character::isLetter))) {
      fault(FormProblem.NAME, FormColumn.NAME);
      return "";
    }
    return name;
  }

  private Optional<Sex> sex() {
    String text = Looks.squeezed(text(FormColumn.SEX));
    for (Sex sex : Sex.values()) {
      if (text.equals(sex.word()) || text.equals(sex.word() + "性")) {
        return Optional.of(sex);
      }
    }
    if (!text.isEmpty()) {
      fault(FormProblem.SEX, FormColumn.SEX, Sex.MALE.word(), Sex.FEMALE.word());
    }
    return Optional.empty();
  }

  private Optional<IdentityNumber> identity(Optional<Sex> sex) {
    FormColumn column = FormColumn.IDENTITY;
    String text = Looks.squeezed(text(column));
    if (text.isEmpty() || spoiled(column, text)) {
      return Optional.empty();
    }
    String number = text.endsWith("x") ? text.substring(0, text.length() - 1) + "X" : text;
    Optional<IdentityNumber.Flaw> flaw = IdentityNumber.flaw(number);
    if (flaw.isPresent()) {
      fault(problem(flaw.get()), column, Integer.toString(number.length()));
      return Optional.empty();
    }
    IdentityNumber identity = new IdentityNumber(number);
    if (identity.birth().isAfter(rules.today())) {
      fault(FormProblem.ID_FUTURE, column, identity.birth().toString(), rules.today().toString());
      return Optional.empty();
    }
    if (sex.isPresent() && sex.get() != identity.sex()) {
      fault(FormProblem.ID_SEX, column, identity.sex().word(), sex.get().word());
    }
    return Optional.of(identity);
  }

  private static FormProblem problem(IdentityNumber.Flaw flaw) {
    return switch (flaw) {
      case LENGTH -> FormProblem.ID_LENGTH;
      case CHARACTERS -> FormProblem.ID_CHARACTERS;
      case BIRTH -> FormProblem.ID_BIRTH;
      case CHECK_DIGIT -> FormProblem.ID_CHECK_DIGIT;
    };
  }

  private <T> Optional<T> choice(FormColumn column, Choices<T> choices) {
    String text = Looks.squeezed(text(column));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Choices.Found<T> found = choices.find(text);
    if (found.contradicts()) {
      fault(FormProblem.WORD_AND_CODE_DIFFER, column, choices.listed());
    } else if (found.value().isEmpty()) {
      fault(FormProblem.NO_SUCH_VALUE, column, choices.listed());
    }
    return found.value();
  }

  private String code() {
    FormColumn column = FormColumn.CODE;
    String text = Looks.squeezed(text(column));
    if (text.isEmpty() || spoiled(column, text)) {
      return "";
    }
    if (!rules.physicianCode().matcher(text).matches()) {
      fault(FormProblem.PHYSICIAN_CODE, column, Integer.toString(text.length()));
      return "";
    }
    return text;
  }

  /** Refuses only what cannot be: certificates of village doctors are taken as they were issued. */
  private String certificate(Optional<Category> category) {
    FormColumn column = FormColumn.CERTIFICATE;
    String text = Looks.squeezed(text(column));
    if (text.isEmpty() || spoiled(column, text)) {
      return "";
    }
    boolean digits = DIGITS.matcher(text).matches();
    if (!CERTIFICATE.matcher(text).matches()) {
      fault(FormProblem.CERTIFICATE, column);
    } else if (digits && text.length() != CERTIFICATE_DIGITS && category.isPresent()
        && category.get() != Category.VILLAGE) {
      fault(FormProblem.CERTIFICATE_DIGITS, column,
          Integer.toString(text.length()), Integer.toString(CERTIFICATE_DIGITS));
    }
    return text;
  }

  private String phone() {
    FormColumn column = FormColumn.PHONE;
    String text = Looks.squeezed(text(column));
    if (!text.isEmpty() && !spoiled(column, text) && !PHONE.matcher(text).matches()) {
      fault(FormProblem.PHONE, column);
    }
    return text;
  }

  /** Whether a spreadsheet made a number of it and lost digits: the rest is not guessed. */
  private boolean spoiled(FormColumn column, String text) {
    FoundCell cell = cells.get(column.index());
    if (WITH_EXPONENT.matcher(text).matches()
        || (cell.kind() == FoundCell.Kind.TEXT && WITH_FRACTION.matcher(text).matches())) {
      fault(FormProblem.FLOATED, column);
      return true;
    }
    if (CUT_TO_FIFTEEN.matcher(text).matches() && !Looks.apostrophe(Looks.tidy(cell.text()))) {
      fault(FormProblem.ROUNDED, column);
      return true;
    }
    return false;
  }

  private Optional<Integer> points(FormColumn column) {
    String text = Looks.squeezed(text(column));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      fault(FormProblem.POINTS, column);
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(whole.group(1)));
  }

  private void fault(FormProblem problem, FormColumn column, String... arguments) {
    String found = Looks.tidy(cells.get(column.index()).text());
    faults.add(new FormFault(problem, column, found, List.of(arguments)));
  }
}
