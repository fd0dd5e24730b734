package org.echolot.check.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.Message;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;

/**
 * Goes once through all that a check does on the wire, with itself on the loopback interface, so
 * that what a process has to load and to set up for its first check is there before a peer's time
 * is measured. Where that can't be done, nothing is lost but the exactness of the first check.
 */
final class Rehearsal {

  /** How long each step may take; all of them together take a few milliseconds but for loading. */
  private static final Duration STEP = Duration.ofMillis(500);

  private static final AeTitle OURSELVES = new AeTitle("REHEARSAL");

  private final StagedEngine.Tools tools;
  private boolean done;

  Rehearsal(StagedEngine.Tools tools) {
    this.tools = tools;
  }

  /** Rehearses if that was not done yet; who comes meanwhile waits until it is. */
  synchronized void once(CheckRequest request) {
    if (done) {
      return;
    }
    done = true;
    if (request.approach().looksAtNetwork()) {
      // Beside the rest, which leaves a processor to it.
      Thread _ = Threads.startPlatform("network gauge", tools.gauge()::prepare);
    }
    try {
      try (NameResolver.Lookup lookup = tools.names().resolver().begin("localhost")) {
        var _ = lookup.await(Deadline.after(STEP), new StopSignal());
      }
      converse(request);
    } catch (IOException | StoppedException | AssociationException _) {
      // The check itself will tell what can't be done on this computer.
    } catch (RuntimeException fault) {
      Threads.tellFault(fault);
    }
  }

  private void converse(CheckRequest request) throws IOException, AssociationException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(Math.toIntExact(STEP.toMillis()));
      Thread _ = Threads.startPlatform("rehearsal", () -> answer(server));
      InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
      Connector.Outcome outcome =
          new Connector(
                  List.of(address.getAddress()),
                  address.getPort(),
                  null,
                  Deadline.after(STEP),
                  new StopSignal(),
                  tools.scheduler())
              .connect();
      if (outcome instanceof Connector.Outcome.Connected connected) {
        try (Socket socket = connected.socket();
            Requestor association =
                tools
                    .upperLayer()
                    .open(Transport.plain(socket), connected.took(), tools.scheduler(), _ -> {})) {
          var _ =
              association.associate(VerificationProposal.of(request, null), Deadline.after(STEP));
          var _ = association.echo(VerificationProposal.CONTEXT_ID, 1, Deadline.after(STEP), true);
          association.release(Deadline.after(STEP));
          if (request.approach().looksAtNetwork()) {
            var _ = tools.gauge().of(socket);
          }
        }
      }
    }
  }

  /** The peer's part: takes what comes without a look at it, and answers in pieces. */
  private static void answer(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(STEP.toMillis()));
      for (Pdu answer : List.of(acceptance(), response(), new ReleaseRp())) {
        takePdu(socket.getInputStream());
        sendInPieces(PduEncoder.encode(answer).toByteArray(), socket.getOutputStream());
      }
    } catch (IOException _) {
      // The other half sees it, too.
    }
  }

  private static void takePdu(InputStream in) throws IOException {
    PduHeader header = PduHeader.of(Octets.of(in.readNBytes(PduHeader.LENGTH)));
    in.skipNBytes(header.length());
  }

  private static void sendInPieces(byte[] bytes, OutputStream out) throws IOException {
    out.write(bytes, 0, PduHeader.LENGTH);
    out.write(bytes, PduHeader.LENGTH, bytes.length - PduHeader.LENGTH);
  }

  private static AssociateAc acceptance() {
    return new AssociateAc(
        AssociateRq.PROTOCOL_VERSION,
        OURSELVES.toField(),
        OURSELVES.toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextAc(
                VerificationProposal.CONTEXT_ID,
                PresentationContextAc.ACCEPTANCE,
                Uids.IMPLICIT_VR_LITTLE_ENDIAN)),
        UserInformation.NONE,
        List.of());
  }

  private static PDataTf response() {
    Message response =
        Message.of(
            VerificationProposal.CONTEXT_ID, CEchoRsp.successTo(new CEchoRq(1)).toCommandSet());
    return new PDataTf(
        List.of(Pdv.command(response.contextId(), true, response.commandSet().encode())));
  }
}
