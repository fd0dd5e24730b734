package org.echolot.ui.checks;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeersModel;

/** What a check of a peer asks, as the user has it now. To be used on the FX thread. */
public final class CheckRequests implements Function<Peer, CheckRequest> {

  private final PeersModel peers;
  private final Path folder;
  private final BooleanProperty probesTls;
  private final ObjectProperty<Timeouts> timeouts = new SimpleObjectProperty<>(Timeouts.DEFAULT);

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

  /** How long a stage may take where a peer has no time of its own. */
  public ObjectProperty<Timeouts> timeoutsProperty() {
    return timeouts;
  }

  @Override
  public CheckRequest apply(Peer peer) {
    return peers
        .book()
        .requestFor(peer, folder)
        .withTimeouts(peer.timeouts().over(timeouts.get()))
        .withTlsProbe(probesTls.get());
  }
}
