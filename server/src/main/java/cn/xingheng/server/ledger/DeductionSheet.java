package cn.xingheng.server.ledger;

import cn.xingheng.core.rulebook.Item;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a deduction chooses from.
 *
 * @param sites by their code, with their names
 * @param items by their points
 * @param incidents names of incidents that already have a deduction, with what is recorded under them
 */
public record DeductionSheet(
    Map<String, String> sites, SortedMap<Integer, List<Item>> items, Map<String, String> incidents) {}
