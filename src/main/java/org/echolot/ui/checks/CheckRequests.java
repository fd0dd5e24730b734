package org.echolot.ui.checks;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.echolot.check.CheckRequest;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeersModel;

/** What a check of a peer asks, as the user has it now. To be used on the FX thread. */
public final class CheckRequests implements Function<Peer, CheckRequest> {

  private final PeersModel peers;
  private final Path folder;
  private final BooleanProperty probesTls;

  /**
   * @param folder where relative paths start
   * @param probesTls whether silent peers are asked for TLS at first
   */
  public CheckRequests(PeersModel peers, Path folder, boolean probesTls) {
    this.peers = peers;
    this.folder = folder;
    this.probesTls = new SimpleBooleanProperty(probesTls);
  }

  /** Whether silent peers are asked for TLS. */
  public BooleanProperty probesTlsProperty() {
    return probesTls;
  }

  @Override
  public CheckRequest apply(Peer peer) {
    return peers.book().requestFor(peer, folder).withTlsProbe(probesTls.get());
  }
}
