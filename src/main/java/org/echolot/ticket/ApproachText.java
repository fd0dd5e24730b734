package org.echolot.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.Approach;

/** What a check sent otherwise than the plainest one. Pure. */
final class ApproachText {

  private ApproachText() {}

  /** In a few words; empty if it was the plainest. */
  static Optional<String> of(Approach approach) {
    List<String> parts = new ArrayList<>();
    if (approach.proxyHeader() != null) {
      parts.add("after a header of the PROXY protocol, " + approach.proxyHeader());
    }
    if (approach.contexts() > 1) {
      parts.add(approach.contexts() + " presentation contexts");
    }
    if (approach.syntaxes() > 1) {
      parts.add(approach.syntaxes() + " transfer syntaxes in each presentation context");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}
