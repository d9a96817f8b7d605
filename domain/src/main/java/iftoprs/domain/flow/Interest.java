package iftoprs.domain.flow;

import java.util.Set;

/**
 * The flows the user looks at: selected, pinned, visible. Snapshots carry history only for these,
 * and keep them when they are idle.
 *
 * @param keys at most a screenful
 */
public record Interest(Set<FlowKey> keys) {

  /** Nobody looks. */
  public static final Interest NONE = new Interest(Set.of());

  /** Copies the set. */
  public Interest {
    keys = Set.copyOf(keys);
  }
}
