package org.echolot.ui.listener;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.echolot.listener.ListenerOptions;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.ListenerTls;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsServer.ClientCertificate;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;

/** The built-in echo server as the user has it. To be used on the FX thread. */
public final class BuiltInServer {

  private final ListenerModel listener;
  private final TlsMaterials materials;
  private ListenerSettings own;

  /**
   * @param own how it listens at first
   * @param listener turns it on and off
   * @param materials reads its certificate and key
   */
  public BuiltInServer(ListenerSettings own, ListenerModel listener, TlsMaterials materials) {
    this.own = own;
    this.listener = listener;
    this.materials = materials;
    listener.secure(security(own.tls()));
  }

  /** How it is to listen the next time. */
  public ListenerSettings settings() {
    return own;
  }

  /** Listens so from now on: at once where it listens, else when it is started. */
  public void change(ListenerSettings next) {
    boolean same = own.listensLike(next);
    own = next;
    if (!same) {
      listener.secure(security(own.tls()));
      listener.change(optionsWith(own.port()));
    }
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
    Peer itself = Peer.of("Built-in echo server", own.ae(), host(), own.port());
    then.accept(own.tls().on() ? itself.withTls(PeerTls.DEFAULT) : itself);
  }

  private ListenerModel.Security security(ListenerTls tls) {
    if (!tls.on()) {
      return ListenerModel.Security.NONE;
    }
    ClientCertificate asks =
        tls.requiresCertificate()
            ? ClientCertificate.REQUIRED
            : tls.trusted().isBlank() ? ClientCertificate.NOT_ASKED : ClientCertificate.OPTIONAL;
    return () ->
        materials.server(
            Path.of(tls.certificate()), fileOf(tls.key()), fileOf(tls.trusted()), asks);
  }

  private static @Nullable Path fileOf(String path) {
    return path.isBlank() ? null : Path.of(path);
  }

  /** How a program on this computer calls it. */
  private String host() {
    InetAddress address = address(own.address());
    return address.isAnyLocalAddress() || address.isLoopbackAddress()
        ? "127.0.0.1"
        : AddressText.of(address);
  }

  private ListenerOptions optionsWith(int port) {
    return ListenerOptions.onLoopback(own.ae(), port)
        .withAnyCalled(own.anyCalled())
        .withBind(address(own.address()));
  }

  /** What is no address is loopback: nobody is let in by a slip. */
  private static InetAddress address(String chosen) {
    try {
      return switch (chosen) {
        case ListenerSettings.LOOPBACK -> InetAddress.getLoopbackAddress();
        case ListenerSettings.ALL -> new InetSocketAddress(0).getAddress();
        default -> InetAddress.ofLiteral(chosen);
      };
    } catch (IllegalArgumentException _) {
      return InetAddress.getLoopbackAddress();
    }
  }
}
