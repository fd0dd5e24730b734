package org.echolot.cli;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.echolot.history.HistoryStore;
import org.echolot.history.KeptCall;
import org.echolot.listener.Call;
import org.echolot.peers.KnownCallers;
import org.echolot.peers.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls of a listener in the history, which is opened for the first of them. Safe for use
 * by any thread.
 */
final class CallKeeping implements Consumer<Call>, AutoCloseable {

  private final KnownCallers known;
  private final @Nullable Supplier<HistoryStore> opens;
  private @Nullable HistoryStore store;
  private boolean closed;

  /**
   * @param opens opens the history; null: nothing is kept
   */
  CallKeeping(KnownCallers known, @Nullable Supplier<HistoryStore> opens) {
    this.known = known;
    this.opens = opens;
  }

  @Override
  public synchronized void accept(Call call) {
    if (closed || opens == null || !KeptCall.isWorthKeeping(call)) {
      return;
    }
    HistoryStore open = store;
    if (open == null) {
      open = opens.get();
      store = open;
    }
    Optional<Peer> peer = known.find(call.callingAe(), call.from().getAddress());
    open.keep(
        peer.map(one -> KeptCall.of(call, one.id(), one.name()))
            .orElseGet(() -> KeptCall.ofStranger(call)));
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (store != null) {
      store.close();
    }
  }
}
