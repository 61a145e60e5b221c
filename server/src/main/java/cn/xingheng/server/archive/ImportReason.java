package cn.xingheng.server.archive;

import cn.xingheng.core.basics.Refusal;
import cn.xingheng.server.archive.form.FormColumn;
import cn.xingheng.server.archive.form.FormFault;
import cn.xingheng.server.archive.form.FormWords;
import cn.xingheng.server.house.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a row is not taken: by the file alone, by the register, or by the law. */
public sealed interface ImportReason {

  /** The column, or null when it is the row as a whole. */
  @Nullable FormColumn column();

  /** What stood there, an identity number masked. */
  String found();

  /** What is wrong. */
  String wrong(Words words);

  /** What to do. */
  String remedy(Words words);

  /** All of it in one piece. */
  default String sentence(Words words) {
    FormColumn column = column();
    String said =
        Stream.of(wrong(words), remedy(words)).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(words.say("imports.between")));
    return column == null
        ? said
        : words.say("imports.in-column", Integer.toString(column.number()), heading(words), found(), said);
  }

  /** The heading of the column. */
  default String heading(Words words) {
    FormColumn column = column();
    return column == null ? words.say("imports.whole-row") : FormWords.of(words.locale()).heading(column);
  }

  /** What is wrong with the file, whatever is known. */
  record InFile(FormFault fault) implements ImportReason {
    @Override
    public @Nullable FormColumn column() {
      return fault.column();
    }

    @Override
    public String found() {
      return fault.shown();
    }

    @Override
    public String wrong(Words words) {
      FormWords form = FormWords.of(words.locale());
      return Stream.of(form.wrong(fault), form.allowed(fault)).filter(part -> !part.isEmpty())
          .collect(Collectors.joining(words.say("imports.between")));
    }

    @Override
    public String remedy(Words words) {
      return FormWords.of(words.locale()).remedy(fault);
    }

    @Override
    public String sentence(Words words) {
      return FormWords.of(words.locale()).sentence(fault);
    }
  }

  /**
   * What contradicts the register.
   *
   * @param key of the words; {@code .wrong} and {@code .remedy} follow
   */
  record InRegister(FormColumn column, String found, String key, List<String> arguments) implements ImportReason {
    @Override
    public String wrong(Words words) {
      return words.say("imports.fault." + key + ".wrong", arguments.toArray());
    }

    @Override
    public String remedy(Words words) {
      return words.say("imports.fault." + key + ".remedy", arguments.toArray());
    }
  }

  /** What the law refuses; core says it, in Chinese. */
  record ByLaw(Refusal refusal) implements ImportReason {
    @Override
    public @Nullable FormColumn column() {
      return null;
    }

    @Override
    public String found() {
      return "";
    }

    @Override
    public String wrong(Words words) {
      return refusal.why() + "（" + refusal.citation() + "）";
    }

    @Override
    public String remedy(Words words) {
      return refusal.lawful();
    }
  }
}
