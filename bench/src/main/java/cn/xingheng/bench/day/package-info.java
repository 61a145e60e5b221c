/**
 * A hospital's day over HTTP: what its systems send, what goes wrong on the way, and whether the books agree at night.
 *
 * <p>{@link cn.xingheng.bench.day.HospitalDay} starts it. {@code Hospital} plans the messages from a seed, a
 * {@code Station} delivers them through a {@code Relay} that fails, the {@code Book} is the hospital's own, and
 * {@code Night} compares it with the server's, to the fen. It knows the server by its interfaces only.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.bench.day;
