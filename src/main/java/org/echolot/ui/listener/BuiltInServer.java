package org.echolot.ui.listener;

import java.util.function.Consumer;
import org.echolot.listener.ListenerOptions;
import org.echolot.peers.Peer;
import org.echolot.settings.ListenerSettings;

/** The built-in echo server as the user has it. To be used on the FX thread. */
public final class BuiltInServer {

  private final ListenerModel listener;
  private ListenerSettings own;

  /**
   * @param own how it listens at first
   * @param listener turns it on and off
   */
  public BuiltInServer(ListenerSettings own, ListenerModel listener) {
    this.own = own;
    this.listener = listener;
  }

  /** How it is to listen the next time. */
  public ListenerSettings settings() {
    return own;
  }

  /** Starts to listen, if it does not yet. */
  public void start() {
    listener.start(optionsWith(own.port()), () -> {});
  }

  /** Stops to listen, or starts where it does not. */
  public void toggle() {
    if (listener.runningProperty().get()) {
      listener.stop();
    } else {
      start();
    }
  }

  /**
   * Starts to listen, if it does not yet: where another program has its port, on any free one,
   * which is then its own.
   *
   * @param then is given itself as a peer
   */
  public void startAnywhere(Consumer<Peer> then) {
    listener.start(
        optionsWith(own.port()),
        () -> {
          if (listener.runningProperty().get()) {
            tell(then);
          } else {
            listener.start(optionsWith(0), () -> tell(then));
          }
        });
  }

  private void tell(Consumer<Peer> then) {
    listener.port().ifPresent(port -> own = own.withPort(port));
    then.accept(Peer.of("Built-in echo server", own.ae(), "127.0.0.1", own.port()));
  }

  private ListenerOptions optionsWith(int port) {
    return ListenerOptions.onLoopback(own.ae(), port).withAnyCalled(own.anyCalled());
  }
}
