/**
 * 批量结算: a month's claim lines of an agency matched as a whole, loaded, added up and shown line by line; the lines
 * that hospitals uploaded, as their agency sees them; a second look at both by what is known now, with its lists to pay
 * and to recover; what lines tell when a suspension begins.
 *
 * <p>Verdicts come from {@code match} and from the online check; nothing is reckoned here. A run is loaded as a whole
 * or not at all, and done again from the stored file when the server stopped on the way.
 * Central type: {@link cn.xingheng.server.claims.bulk.SettlementDesk}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.claims.bulk;
