/** Sign-in, sessions, rights at doors. Central type: {@link cn.xingheng.server.house.security.SecuritySetup}. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.house.security;
