package org.echolot.dcm4che;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A fault on one of dcm4che's threads is ours, and no peer's. */
class Dcm4cheFaultsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Executor pool = Threads.newPlatformPool("dcm4che");
  private final ScheduledExecutorService scheduler = Threads.newScheduler("dcm4che");

  /** The thread that reads the answer ends by an error, as one of a library that is not whole. */
  @Test
  @Timeout(20)
  void anErrorOfTheReadingThreadIsToldAtOnceAndBlamesNobody() throws Exception {
    associateFailingAt(
        PduReceived.class,
        line -> {
          line.acceptAssociation();
          line.staySilent();
        });
  }

  /** The thread that asks ends by an error. */
  @Test
  @Timeout(20)
  void anErrorOfTheAskingThreadIsToldAtOnceAndBlamesNobody() throws Exception {
    associateFailingAt(StackLogged.class, Line::staySilent);
  }

  private void associateFailingAt(
      Class<? extends AssociationEvent> event, ScriptedPeer.Script script) throws IOException {
    AssociationListener listener =
        told -> {
          if (event.isInstance(told)) {
            throw new NoClassDefFoundError("a/part/of/dcm4che");
          }
        };
    try (ScriptedPeer peer = ScriptedPeer.playing(script);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), peer.port());
        Dcm4cheAssociation association =
            new Dcm4cheAssociation(Transport.plain(socket), listener, pool, scheduler)) {
      assertThatThrownBy(() -> association.associate(request(), Deadline.after(LIMIT)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("dcm4che failed")
          .hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }
  }

  private static AssociateRq request() {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle("SCRIPTED").toField(),
        new AeTitle("ECHOLOT").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextRq(
                1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        new UserInformation(List.of(new UserItem.MaxPduLength(16_384))),
        List.of());
  }
}
