/**
 * The room where files of other formats are opened, so that {@code match} need not know them: gzip, zstd, Parquet.
 *
 * <p>Parquet comes in as the bytes of the CSV it would be, and goes out from the bytes of CSV. {@link
 * cn.xingheng.formats.Formats} is the door for files; a cluster, whose files are no {@code Path}, takes {@link
 * cn.xingheng.formats.ParquetClaims} and {@link cn.xingheng.formats.ParquetVerdicts}. Touches {@code match} and the
 * libraries of the formats, and knows neither verdicts nor standings.
 */
@NullMarked
package cn.xingheng.formats;

import org.jspecify.annotations.NullMarked;
