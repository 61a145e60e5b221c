package cn.xingheng.server.claims.bulk;

import java.time.OffsetDateTime;

/**
 * A message that uploaded a line, or cancelled it.
 *
 * @param upload the number of the upload, or 0 of a cancellation
 * @param scope what was cancelled: line, batch or visit; of an upload it is empty
 */
public record Passage(
    long upload, String infno, String msgid, OffsetDateTime sentAt, OffsetDateTime receivedAt, String scope,
    String physician, long fen, String verdict, String because) {}
