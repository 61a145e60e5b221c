package cn.xingheng.server.house;

/**
 * One threshold on a points bar, as the edition gives it.
 *
 * @param at at how many points
 * @param label what follows there, in a word or two
 * @param must whether it must follow, or may
 * @param hurts whether settlement may stop there: from the first such notch the bar is red
 */
public record Notch(int at, String label, boolean must, boolean hurts) {}
