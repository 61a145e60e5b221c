package cn.xingheng.law.editions;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documents that an edition cites by a short name, and the citations that use one. */
final class Citations {

  private static final Pattern ARTICLE =
      Pattern.compile("(\\p{IsHan}+?)[0-9一二三四五六七八九十百]+(?:\\([0-9一二三四五六七八九十]+\\)|[0-9]+)*");

  private final Entries names;
  private final Set<String> used = new HashSet<>();
  private final Map<String, Element> unknown = new LinkedHashMap<>();

  Citations(Element citedAs) {
    names = citedAs.entries();
    Faults.each(names.keys(), name -> names.get(name).line(Pieces.LONGEST_LINE));
    if (names.keys().isEmpty()) {
      throw citedAs.refuse("没有列出任何引用简称", "补上如 `办法: 全称` 的一行");
    }
  }

  /** A list of articles, at least one, each a declared short name and a number. */
  Citation read(Element list) {
    List<String> articles = Faults.each(list.listOfSome(), this::article);
    if (new HashSet<>(articles).size() < articles.size()) {
      throw list.refuse("同一条文写了两次", "删去重复的一条");
    }
    return new Citation(articles);
  }

  /** A declared short name by itself. */
  String name(Element element) {
    String name = element.line(Pieces.LONGEST_WORD);
    if (!names.has(name)) {
      throw element.refuse(
          "简称 `" + name + "` 没有列在 `cited-as`（第 " + names.place().line() + " 行）里", Near.hint(name, names.keys()));
    }
    return name;
  }

  private String article(Element element) {
    String article = element.line(Pieces.LONGEST_WORD);
    Matcher matcher = ARTICLE.matcher(article);
    if (!matcher.matches()) {
      throw element.refuse("`" + article + "` 不是条文出处", "写成简称加条号，如 `办法3(一)`");
    }
    String name = matcher.group(1);
    if (names.has(name)) {
      used.add(name);
    } else {
      unknown.putIfAbsent(name, element);
    }
    return article;
  }

  /** Notes every short name that is cited and not declared, once, and every one that is declared and not cited. */
  void noteNames(Faults faults) {
    unknown.forEach((name, element) -> {
      String hint = Near.hint(name, names.keys());
      faults.add(element.fault("简称 `" + name + "` 没有列在 `cited-as`（第 " + names.place().line() + " 行）里", hint));
      faults.add(new Fault(names.place(), "缺少简称 `" + name + "`，第 " + element.place().line() + " 行用到它", hint));
    });
    for (String name : names.keys()) {
      if (!used.contains(name)) {
        faults.add(names.get(name).fault("引用简称 `" + name + "` 没有用到", "删去它，或它写错了"));
      }
    }
  }
}
