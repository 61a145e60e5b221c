package cn.xingheng.guards.planted.core.cellar;

/** A class in a room that is not in the order of subjects. */
record NoSubject(int any) {}
