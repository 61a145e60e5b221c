/**
 * What comes in wrong and what goes wrong: every refusal is a sentence, nothing is written, the house heals by itself.
 * Central type: {@link cn.xingheng.server.faults.MalformedTest}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.faults;
