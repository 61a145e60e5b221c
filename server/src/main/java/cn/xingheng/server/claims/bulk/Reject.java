package cn.xingheng.server.claims.bulk;

/**
 * A line that was not taken.
 *
 * @param line its place in the file, from 1, the header counted
 * @param reason the word of why
 * @param said what stands there
 */
public record Reject(long line, String reason, String said) {}
