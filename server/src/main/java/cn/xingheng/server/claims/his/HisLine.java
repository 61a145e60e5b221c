package cn.xingheng.server.claims.his;

import cn.xingheng.core.claims.Setting;
import java.time.LocalDate;

/**
 * One line of an upload. The day is that on which the fee arose: these messages carry no time of the order.
 *
 * @param sn feedetl_sn, unique within the visit
 * @param visit mdtrt_id
 * @param batch chrg_bchno, or empty
 * @param refunds init_feedetl_sn of a line that pays back, or empty
 * @param said bilg_dr_codg as sent, or empty; it decides
 * @param orders orders_dr_code as sent, or empty; it is kept beside and decides nothing
 * @param fen the amount; negative only in a line that pays back
 */
record HisLine(
    String sn, String visit, String batch, String refunds, String said, String orders, LocalDate day, Setting setting,
    long fen) {}
