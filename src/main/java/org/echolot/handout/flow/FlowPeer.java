package org.echolot.handout.flow;

import java.util.List;
import org.echolot.check.CheckRequest;
import org.jspecify.annotations.Nullable;

/**
 * A peer that flows go to.
 *
 * @param measured what its last success showed; null: nothing that holds now
 */
public record FlowPeer(CheckRequest request, List<String> tags, @Nullable Measured measured) {

  public FlowPeer {
    tags = List.copyOf(tags);
  }
}
