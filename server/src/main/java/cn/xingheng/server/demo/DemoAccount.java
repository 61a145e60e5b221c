package cn.xingheng.server.demo;

/**
 * An account to sign in with; whoever loads the world makes its password.
 *
 * @param organisation the id of the organisation it belongs to
 * @param role administrator, officer, reviewer or clerk
 */
public record DemoAccount(String login, String name, String organisation, String role) {}
