/**
 * A small strict layer over YAML: every question about a value answers with that value or with a fault that names its
 * file, line and column, and a line that starts with "Maybe".
 *
 * <p>Knows nothing of editions, holidays or cases; they read through it. YAML 1.2: {@code on} is a text, keys are
 * always texts, days are texts that the reader reads. Anchors, aliases and tags are refused. Central types:
 * {@link cn.xingheng.law.yaml.Source}, {@link cn.xingheng.law.yaml.Element}, {@link cn.xingheng.law.yaml.Entries} and
 * {@link cn.xingheng.law.yaml.LawFault}.
 */
@NullMarked
package cn.xingheng.law.yaml;

import org.jspecify.annotations.NullMarked;
