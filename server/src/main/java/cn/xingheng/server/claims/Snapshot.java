package cn.xingheng.server.claims;

import java.util.Map;

/**
 * All that a line is answered from, as it was after one change: never altered, so that every line of a batch is
 * answered by the same knowledge.
 *
 * @param no the change it has come up to
 * @param followed whether the days kept follow the calendar in force; otherwise dossiers are asked
 * @param codes who holds which code, and how the holder stands
 * @param keys the institution of each key in use, by the key's hash
 * @param provinces the province of each institution
 */
record Snapshot(
    long no, boolean followed, Codes codes, Map<String, String> keys, Map<String, String> provinces) {
  Snapshot {
    keys = Map.copyOf(keys);
    provinces = Map.copyOf(provinces);
  }
}
