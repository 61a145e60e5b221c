/**
 * Walks through the house in a real browser, as its users do, and takes the pictures of the documents.
 * Central type: {@link cn.xingheng.server.browser.JourneyTest}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.browser;
