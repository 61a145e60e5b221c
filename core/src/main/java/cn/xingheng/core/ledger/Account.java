package cn.xingheng.core.ledger;

import cn.xingheng.core.basics.RegionId;
import org.jspecify.annotations.Nullable;

/**
 * 「记分账户」 One person's account with one agency, or with all of the province (reading {@code points-scope}).
 *
 * @param region the pooling area, or null for the whole province
 */
public record Account(@Nullable RegionId region) {

  /** Whether acts in this pooling area go to this account. */
  public boolean covers(RegionId other) {
    return region == null || region.equals(other);
  }

  @Override
  public String toString() {
    return region == null ? "全省" : region.value();
  }
}
