package cn.xingheng.cluster;

import cn.xingheng.match.ClaimsHeader;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file of claims.
 *
 * @param name as the user named it, or as its folder lists it
 * @param status as it was when the run began
 * @param rowGroups rows of each, of Parquet
 */
record ClaimFile(String name, FileStatus status, Kind kind, ClaimsHeader header, List<Long> rowGroups) {
  /** How a file is read; told by the ending of its name. */
  enum Kind {
    /** CSV as it is: from any place. */
    PLAIN,
    /** CSV that is unpacked from its beginning on. */
    PACKED,
    /** Row group by row group. */
    PARQUET;

    static Kind of(String name) {
      Path file = Path.of(name);
      if (Unpacked.FORMATS.isTable(file)) {
        return PARQUET;
      }
      return Unpacked.FORMATS.packs(file) ? PACKED : PLAIN;
    }
  }

  ClaimFile {
    rowGroups = List.copyOf(rowGroups);
  }
}
