package cn.xingheng.server.claims;

import cn.xingheng.core.claims.Setting;
import java.time.LocalDate;

/**
 * One line of a claim, checked.
 *
 * @param id the asking system's own name of the line, unique within its batch
 * @param code the physician code without blanks around it; empty when the line has none
 * @param day the Beijing day of the order or prescription
 * @param fen the amount; it bears on no verdict
 */
public record ClaimLine(String id, String code, String institution, LocalDate day, Setting setting, long fen) {}
