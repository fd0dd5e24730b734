package org.echolot.ui.main;

import org.echolot.listener.ListenerOptions;
import org.echolot.peers.Peer;
import org.echolot.settings.ListenerSettings;

/**
 * The built-in echo server as the user has it. To be used on the FX thread.
 *
 * @param own how it listens
 * @param listener turns it on and off
 */
record BuiltInServer(ListenerSettings own, ListenerModel listener) {

  /** Itself as a peer. */
  Peer asPeer() {
    return Peer.of("Built-in echo server", own.ae(), "127.0.0.1", own.port());
  }

  /**
   * Starts to listen, if it does not yet.
   *
   * @param then is run when it listens, or can't
   */
  void start(Runnable then) {
    listener.start(
        ListenerOptions.onLoopback(own.ae(), own.port()).withAnyCalled(own.anyCalled()), then);
  }

  void toggle() {
    if (listener.runningProperty().get()) {
      listener.stop();
    } else {
      start(() -> {});
    }
  }
}
