@org.jspecify.annotations.NullMarked
package cn.xingheng.server.calendar;
