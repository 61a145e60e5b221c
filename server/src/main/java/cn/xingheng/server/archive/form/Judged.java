package cn.xingheng.server.archive.form;

import java.util.List;
import java.util.Optional;

/**
 * A row judged by itself, before it is compared with the others.
 *
 * @param row there when nothing is wrong
 * @param identity empty when it is not a valid one, as are code, name and institution
 */
record Judged(
    int number,
    List<String> raw,
    Optional<FormRow> row,
    List<FormFault> faults,
    String identity,
    String code,
    String name,
    String institution) {}
