package org.echolot.ui.main;

import java.util.Optional;
import java.util.function.Consumer;
import org.echolot.history.HistoryStore;
import org.echolot.history.KeptCall;
import org.echolot.listener.Call;
import org.echolot.peers.KnownCallers;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls to us in the history: of a peer with the peer, of a stranger under its address. To be
 * used on the FX thread.
 */
record CallKeeper(@Nullable HistoryStore history, PeersModel peers) implements Consumer<Call> {

  @Override
  public void accept(Call call) {
    HistoryStore store = history;
    if (store == null || !KeptCall.isWorthKeeping(call)) {
      return;
    }
    Optional<Peer> peer =
        new KnownCallers(peers.book().peers()).find(call.callingAe(), call.from().getAddress());
    store.keep(
        peer.map(known -> KeptCall.of(call, known.id(), known.name()))
            .orElseGet(() -> KeptCall.ofStranger(call)));
  }
}
