/**
 * The house on the web: templates, words, arguments of doors, errors.
 * Central type: {@link cn.xingheng.server.house.web.WebSetup}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.house.web;
