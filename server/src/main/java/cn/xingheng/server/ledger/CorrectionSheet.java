package cn.xingheng.server.ledger;

/**
 * What a correction offers.
 *
 * @param part the offers of the fields of the fact's kind
 */
public record CorrectionSheet(Told told, Object part) {}
