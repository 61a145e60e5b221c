package cn.xingheng.server.scope;

import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import java.util.List;

/**
 * A word that stands nowhere but with one person, account or key.
 *
 * @param right which right opens the sight of it
 * @param paths where it belongs: who holds the right at any of these may see it
 */
record Mark(String text, Right right, List<String> paths) {
  Mark {
    paths = List.copyOf(paths);
  }

  /** Whether this viewer may see it. */
  boolean open(Viewer viewer) {
    return paths.stream().anyMatch(path -> viewer.may(right, path));
  }
}
