package cn.xingheng.server.register;

/** What a house begins with: a province under an edition, and the account that administers it. */
public record FirstSetUp(
    String province, String provinceName, String edition, String login, String name, String password) {

  @Override
  public String toString() {
    return "FirstSetUp[" + province + ", " + edition + ", " + login + "]";
  }
}
