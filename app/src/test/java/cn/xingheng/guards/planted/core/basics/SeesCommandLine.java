package cn.xingheng.guards.planted.core.basics;

/** A value that knows how it is asked for. */
record SeesCommandLine(picocli.CommandLine line) {}
