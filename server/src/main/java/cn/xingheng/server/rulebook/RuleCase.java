package cn.xingheng.server.rulebook;

import java.util.List;
import java.util.Set;

/**
 * A file of cases that is shipped with an edition.
 *
 * @param file its name within the edition's cases
 * @param names the cases in it
 * @param cite the articles they are about
 */
public record RuleCase(String file, List<String> names, Set<String> cite, String text) {
  public RuleCase {
    names = List.copyOf(names);
    cite = Set.copyOf(cite);
  }
}
