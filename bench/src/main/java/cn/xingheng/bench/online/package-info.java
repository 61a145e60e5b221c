/** What a running house takes: pages as people open them, and checks as hospital systems send them. */
@NullMarked
package cn.xingheng.bench.online;

import org.jspecify.annotations.NullMarked;
