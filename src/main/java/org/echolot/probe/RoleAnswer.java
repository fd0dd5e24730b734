package org.echolot.probe;

import org.jspecify.annotations.Nullable;

/**
 * Whether we may take the SCP's role of a storage class, without which a C-GET brings none of its
 * objects (PS3.7 D.3.3.4, PS3.4 C.5.3).
 *
 * @param scp the SCP role in the peer's answer, 0 or 1, or what came; null if it did not answer the
 *     proposal, which means no (PS3.7 D.3.3.4)
 */
public record RoleAnswer(Service service, @Nullable Integer scp) {

  /** Whether the peer would send us its objects. */
  public boolean isAccepted() {
    return scp != null && scp == 1;
  }
}
