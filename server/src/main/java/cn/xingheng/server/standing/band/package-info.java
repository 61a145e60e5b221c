/**
 * 「时间线」 Draws one physician's standing, points and deadlines over time as a picture made on the server.
 *
 * <p>Looks at core only: a pure room without database, clock or web. Central types:
 * {@link cn.xingheng.server.standing.band.Band} draws, {@link cn.xingheng.server.standing.band.Drawing} is drawn.
 */
@NamedInterface("band")
@NullMarked
package cn.xingheng.server.standing.band;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
