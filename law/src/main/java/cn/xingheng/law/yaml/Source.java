package cn.xingheng.law.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * A text and the name of the file it came from.
 *
 * @param firstLine the line in the file on which the text begins, from 1; for a text that is one line of many
 */
public record Source(String file, int firstLine, String text) {

  private static final int LONGEST = 64 << 20;
  private static final Schema SCHEMA = new CoreSchema();

  /** A whole file. */
  public static Source of(String file, String text) {
    return new Source(file, 1, text);
  }

  /** A whole file of bytes; refused when it is not UTF-8. A byte order mark is passed over. */
  public static Source of(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return of(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException cause) {
      throw new LawFault(new Place(file, 1, 1), "文件不是 UTF-8 编码", "它是用 GBK 保存的，请另存为 UTF-8");
    }
  }

  /** The file at a path; refused when it is not there, not readable or not UTF-8. */
  public static Source read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new LawFault(new Place(path.toString(), 1, 1), "没有这个文件", "路径写错了，或者文件不在此处");
    }
    try {
      return of(path.toString(), Files.readAllBytes(path));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The one document of this text. */
  public Element document() {
    List<Element> all = documents();
    if (all.size() != 1) {
      Place place = all.isEmpty() ? new Place(file, firstLine, 1) : all.get(1).place();
      throw new LawFault(place, "应当正好有一份文档，这里有 " + all.size() + " 份",
          all.isEmpty() ? "文件是空的" : "多了一行 ---");
    }
    return all.get(0);
  }

  /** All documents of this text, separated by {@code ---}; none when it is empty. */
  public List<Element> documents() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(SCHEMA).setCodePointLimit(LONGEST).build();
    List<Element> all = new ArrayList<>();
    try {
      for (Node node : new Compose(settings).composeAllFromString(text)) {
        all.add(new Element(this, node, placeOf(node)));
      }
    } catch (MarkedYamlEngineException cause) {
      throw new LawFault(placeOf(cause.getProblemMark()), "不是合法的 YAML：" + cause.getProblem(),
          "缩进、括号或引号有误");
    } catch (YamlEngineException cause) {
      throw new LawFault(new Place(file, firstLine, 1), "不是合法的 YAML：" + cause.getMessage(),
          "文件里有不是文字的字符");
    }
    return all;
  }

  Place placeOf(Node node) {
    return placeOf(node.getStartMark());
  }

  private Place placeOf(Optional<Mark> mark) {
    return new Place(file,
        mark.map(Mark::getLine).orElse(0) + firstLine,
        mark.map(Mark::getColumn).orElse(0) + 1);
  }
}
