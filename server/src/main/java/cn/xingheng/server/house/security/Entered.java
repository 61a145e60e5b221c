package cn.xingheng.server.house.security;

/**
 * What was entered for a new account, to be shown again beside what is wrong with it.
 *
 * @param trouble the sentence, or empty
 */
public record Entered(String login, String name, String organisation, String role, String trouble) {}
