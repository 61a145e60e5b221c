package cn.xingheng.server.scope;

import cn.xingheng.server.house.Right;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of one door.
 *
 * @param thing what its address names: a thing of the world, or FREE for one that belongs to nobody
 */
record Expected(Door door, String thing) {
  private static final String TABLE = "doors.txt";

  /** The table: METHOD pattern right thing. */
  static Map<String, Expected> table() {
    try (InputStream file = Objects.requireNonNull(Expected.class.getResourceAsStream(TABLE), TABLE)) {
      Map<String, Expected> table = new LinkedHashMap<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split(" +"))
          .forEach(
              words -> {
                Door door = new Door(words[0], words[1], words[2].equals("OTHERS") ? null : words[2]);
                table.put(door.line(), new Expected(door, words.length > 3 ? words[3] : "FREE"));
              });
      return table;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Where the table and the doors of the running server differ, as lines to be put right. */
  static List<String> differences(List<Door> doors, Map<String, Expected> table) {
    List<String> found = new ArrayList<>();
    doors.stream().map(Door::line).filter(line -> !table.containsKey(line))
        .forEach(line -> found.add("not in " + TABLE + ": " + line));
    List<String> lines = doors.stream().map(Door::line).toList();
    table.keySet().stream().filter(line -> !lines.contains(line))
        .forEach(line -> found.add("in " + TABLE + ", but no door: " + line));
    doors.stream().filter(door -> "NONE".equals(door.needs()) || "BOTH".equals(door.needs()))
        .forEach(door -> found.add("says neither or both of what it needs: " + door.line()));
    return found.stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** The right at the door, or null where there is none. */
  @Nullable Right right() {
    String needs = door.needs();
    return needs == null || needs.equals("OPEN") ? null : Right.valueOf(needs);
  }

  /** Whether asking changes anything. */
  boolean writes() {
    return !door.method().equals("GET") && !door.method().equals("ANY");
  }
}
