package cn.xingheng.server.archive;

import java.time.LocalDate;

/**
 * A file that is handed in.
 *
 * @param organisation the pooling area for which it is
 * @param asOf the day of the form
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record ImportAsk(
    String organisation, String fileName, byte[] content, LocalDate asOf, ImportTerms terms) {}
