/** Tests of what measures: the data are what they claim to be, equal answers are told from unequal ones. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.bench;
