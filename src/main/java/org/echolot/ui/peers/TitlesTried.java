package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.List;
import org.echolot.probe.AeTitleQuestion.Answered;
import org.echolot.probe.AeTitleQuestion.Try;
import org.jspecify.annotations.Nullable;

/**
 * What other AE titles came to after a peer rejected ours. Immutable.
 *
 * @param isAsking whether they are being tried now
 * @param answered what was learned; null: nothing yet
 */
public record TitlesTried(boolean isAsking, @Nullable Answered answered) {

  /** Nobody asked. */
  public static final TitlesTried NOT = new TitlesTried(false, null);

  /** They are being tried. */
  public static final TitlesTried NOW = new TitlesTried(true, null);

  /** The pairs that the peer accepts, and that somebody registered. */
  public List<Try> working() {
    Answered known = answered;
    return known == null ? List.of() : known.working();
  }

  /** A sentence for each pair, and what follows from them; empty where nobody asked. */
  public List<String> sentences() {
    Answered known = answered;
    if (known == null) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>(known.tries().stream().map(Try::line).toList());
    sentences.add(known.conclusion());
    return sentences;
  }
}
