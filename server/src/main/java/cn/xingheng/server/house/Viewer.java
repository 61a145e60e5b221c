package cn.xingheng.server.house;

import java.io.Serializable;
import java.util.List;

/**
 * Who is signed in, and what this person may do where.
 *
 * @param account the account's number
 * @param held roles, each at an organisation; never empty for an active account
 */
public record Viewer(long account, String login, String name, List<Held> held) implements Serializable {

  /** A role at an organisation. */
  public record Held(Role role, String organisation, String path, String organisationName) implements Serializable {}

  public Viewer {
    held = List.copyOf(held);
  }

  /** Whether there is any organisation where this right is held. */
  public boolean may(Right right) {
    return held.stream().anyMatch(one -> one.role().rights().contains(right));
  }

  /** Whether the right is held at the organisation with this path. */
  public boolean may(Right right, String path) {
    return paths(right).stream().anyMatch(path::startsWith);
  }

  /** The paths below which the right is held. */
  public List<String> paths(Right right) {
    return held.stream().filter(one -> one.role().rights().contains(right)).map(Held::path).toList();
  }

  /** Passes when the right is held at the path; otherwise what is behind it is not there for this person. */
  public void require(Right right, String path) {
    if (!may(right, path)) {
      throw Problem.notFound();
    }
  }

  /** The organisation that stands beside the name. */
  public Held home() {
    return held.getFirst();
  }
}
