/**
 * The one executable: commands only.
 *
 * <p>A command reads its arguments, calls {@code law}, {@code core} or {@code match}, prints, and returns an exit code.
 * It reckons nothing itself. The central type is {@link cn.xingheng.app.Main}; each subcommand is a class named
 * {@code …Command} beside it.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.app;
