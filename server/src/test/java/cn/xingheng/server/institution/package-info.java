/** Tests of the pages about institutions. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.institution;
