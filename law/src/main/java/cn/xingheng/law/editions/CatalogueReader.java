package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Item;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the catalogue of violations: its items are numbered without a gap, as in the article. */
final class CatalogueReader {

  private static final int MOST_ITEMS = 1_000;
  private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]{0,2})(?:\\.([1-9][0-9]{0,2}))?");

  private final Pieces pieces;

  CatalogueReader(Pieces pieces) {
    this.pieces = pieces;
  }

  SequencedMap<String, Item> read(Element element) {
    Entries entries = element.entries("count", "items");
    Faults faults = new Faults();
    Optional<Integer> count = faults.find(() -> entries.get("count").number(1, MOST_ITEMS));
    Element list = entries.get("items");
    Entries each = list.entries();
    var items = faults.attempt(() -> items(each));
    noteGaps(each, faults);
    int there = each.keys().size();
    if (count.isPresent() && count.get() != there) {
      String wrong = "`count`（第 " + entries.get("count").place().line() + " 行）与条目数 " + there + " 不符";
      faults.add(entries.get("count").fault(wrong, "数错了，或漏了、多了一项"));
      faults.add(list.fault(wrong, "漏了或多了一项"));
    }
    faults.throwAny();
    return items.get();
  }

  private SequencedMap<String, Item> items(Entries entries) {
    SequencedMap<String, Item> items = new LinkedHashMap<>();
    Faults.each(entries.keys(), id -> item(id, entries.get(id))).forEach(item -> items.put(item.id(), item));
    return items;
  }

  private Item item(String id, Element element) {
    Entries entries = element.entries("points", "cite", "gloss");
    Faults faults = new Faults();
    var points = faults.attempt(() -> entries.get("points").number(1, Pieces.MOST_POINTS));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Item(id, points.get(), cite.get(), gloss.get());
  }

  private static void noteGaps(Entries entries, Faults faults) {
    String before = "";
    for (String id : entries.keys()) {
      if (!NUMBER.matcher(id).matches()) {
        faults.add(new Fault(entries.keyPlace(id), "`" + id + "` 不是条目编号", "写成如 `3.1`，并加引号"));
      } else if (!follows(before, id)) {
        String wrong = before.isEmpty()
            ? "编号 `" + id + "` 不是一组的第一个"
            : "编号 `" + id + "`（第 " + entries.keyPlace(id).line() + " 行）不接在 `" + before + "`（第 "
                + entries.keyPlace(before).line() + " 行）之后";
        faults.add(new Fault(entries.keyPlace(id), wrong, "编号写错了，或漏了一项"));
        if (!before.isEmpty()) {
          faults.add(new Fault(entries.keyPlace(before), wrong, "编号写错了，或漏了一项"));
        }
      }
      before = id;
    }
  }

  private static boolean follows(String before, String id) {
    Matcher last = NUMBER.matcher(before);
    Matcher next = NUMBER.matcher(id);
    if (!next.matches()) {
      return false;
    }
    int group = Integer.parseInt(next.group(1));
    int number = next.group(2) == null ? 1 : Integer.parseInt(next.group(2));
    if (!last.matches()) {
      return number == 1;
    }
    int lastGroup = Integer.parseInt(last.group(1));
    if (group == lastGroup && next.group(2) != null && last.group(2) != null) {
      return number == Integer.parseInt(last.group(2)) + 1;
    }
    return group == lastGroup + 1 && number == 1;
  }
}
