@org.jspecify.annotations.NullMarked
package cn.xingheng.server.claims.bulk;
