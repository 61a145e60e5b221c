/**
 * What a hospital system puts on its class path to ask a house whether claim lines are paid, and to answer by itself,
 * from a signed snapshot with the changes since, while the house cannot be reached.
 *
 * <p>The room may see {@code core}, {@code match}, the HTTP client of the JDK and a JSON reader. It never turns not
 * knowing into a yes: knowledge older than the caller allows gives {@code unresolved}.
 *
 * <p>The central type is {@link cn.xingheng.client.XinghengClient}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.client;
