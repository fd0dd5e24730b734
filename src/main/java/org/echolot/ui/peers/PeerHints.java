package org.echolot.ui.peers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.echolot.concurrent.Threads;
import org.echolot.peers.PeerBook;
import org.echolot.peers.lint.Hint;
import org.echolot.peers.lint.PeersLint;
import org.jspecify.annotations.Nullable;

/**
 * Shows in the list what looks like a mistake in the saved peers. Host names are not looked up for
 * it: a check does that. View model: to be used on the FX thread.
 */
public final class PeerHints {

  private final PeersModel peers;
  private final Function<PeerBook, Iterable<Hint>> lint;
  private final Executor background;
  private final Executor fx;
  private @Nullable PeerBook seen;
  private boolean isLooking;

  /**
   * @param folder where the relative paths of the peers start
   * @param background runs what looks at files
   * @param fx runs what changes the view model
   */
  public PeerHints(PeersModel peers, Path folder, Executor background, Executor fx) {
    this.peers = peers;
    this.lint = book -> PeersLint.of(book, folder, Map.of());
    this.background = background;
    this.fx = fx;
  }

  /** Looks again where the peers have changed; to be called every second or so. */
  @SuppressWarnings("ReferenceEquality") // an equal book may be looked at twice
  public void look() {
    PeerBook book = peers.book();
    if (isLooking || book == seen) {
      return;
    }
    seen = book;
    isLooking = true;
    background.execute(
        () -> {
          Map<UUID, String> texts = texts(book);
          fx.execute(() -> show(texts));
        });
  }

  private Map<UUID, String> texts(PeerBook book) {
    Map<UUID, String> texts = new LinkedHashMap<>();
    try {
      for (Hint hint : lint.apply(book)) {
        if (hint.peerId() != null) {
          texts.merge(hint.peerId(), hint.text(), (one, next) -> one + "\n" + next);
        }
      }
    } catch (RuntimeException e) {
      Threads.tellFault(e); // the list is worth having without hints
    }
    return texts;
  }

  private void show(Map<UUID, String> texts) {
    isLooking = false;
    peers.rows().forEach(row -> row.marks().setHint(texts.getOrDefault(row.id(), "")));
  }
}
