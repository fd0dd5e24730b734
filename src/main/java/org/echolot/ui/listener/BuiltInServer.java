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
import org.echolot.tls.TlsServer;
import org.echolot.tls.TlsServer.ClientCertificate;
import org.echolot.tls.material.TlsFileException;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;

/** The built-in echo server as the user has it. To be used on the FX thread. */
public final class BuiltInServer {

  private final ListenerModel listener;
  private final TlsMaterials materials;
  private final ListenerModel.Passwords passwords;
  private ListenerSettings own;

  /**
   * @param own how it listens at first
   * @param listener turns it on and off
   * @param materials reads its certificate and key
   * @param passwords gets those of its files when the user starts it
   */
  public BuiltInServer(
      ListenerSettings own,
      ListenerModel listener,
      TlsMaterials materials,
      ListenerModel.Passwords passwords) {
    this.own = own;
    this.listener = listener;
    this.materials = materials;
    this.passwords = passwords;
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
      listener.askFor(passwords);
      listener.change(optionsWith(own.port()));
    }
  }

  /** Starts to listen, if it can without a question: nobody has asked for it. */
  public void startUnasked() {
    listener.askFor(ListenerModel.Passwords.NONE);
    listener.start(optionsWith(own.port()), () -> {});
  }

  /** Stops to listen, or starts where it does not. */
  public void toggle() {
    if (listener.runningProperty().get()) {
      listener.stop();
    } else {
      listener.askFor(passwords);
      listener.start(optionsWith(own.port()), () -> {});
    }
  }

  /**
   * Starts to listen, if it does not yet: where another program has its port, on any free one,
   * which is then its own.
   *
   * @param then is given itself as a peer
   */
  public void startAnywhere(Consumer<Peer> then) {
    listener.askFor(passwords);
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

  /**
   * What is wrong with the files for TLS, in a sentence; empty where nothing is, or a password is
   * all that is missing. It blocks; for any thread.
   */
  public String faultOf(ListenerTls tls) {
    try {
      TlsServer _ = security(tls).read();
      return "";
    } catch (TlsFileException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      return e.asksForPassword() ? "" : message + ".";
    }
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
