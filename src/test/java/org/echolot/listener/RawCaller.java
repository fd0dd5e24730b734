package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/** A caller that may do anything on the wire. */
final class RawCaller implements AutoCloseable {

  /** Longer than all that a listener under test may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket = new Socket();

  RawCaller(InetSocketAddress listener) throws IOException {
    this(InetAddress.getLoopbackAddress(), listener);
  }

  /** One that calls from an address of choice. */
  RawCaller(InetAddress from, InetSocketAddress listener) throws IOException {
    socket.bind(new InetSocketAddress(from, 0));
    socket.setReceiveBufferSize(4096);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.connect(listener);
  }

  /** A request with the given contexts, from {@code CALLER} to {@code calledAe}. */
  static AssociateRq request(String calledAe, PresentationContextRq... contexts) {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle(calledAe).toField(),
        new AeTitle("CALLER").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(contexts),
        new UserInformation(List.of(new UserItem.MaxPduLength(16_384))),
        List.of());
  }

  /** A request for Verification in context 1. */
  static AssociateRq verificationRequest(String calledAe) {
    return request(calledAe, verification(1));
  }

  static PresentationContextRq verification(int id) {
    return new PresentationContextRq(
        id, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN));
  }

  /** A C-ECHO-RQ in one PDU. */
  static PDataTf echo(int contextId, int messageId) {
    return command(contextId, new CEchoRq(messageId).toCommandSet());
  }

  static PDataTf command(int contextId, CommandSet commandSet) {
    return new PDataTf(List.of(Pdv.command(contextId, true, commandSet.encode())));
  }

  RawCaller send(Pdu pdu) throws IOException {
    return send(PduEncoder.encode(pdu).toByteArray());
  }

  RawCaller send(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Asks for Verification and takes the acceptance. */
  RawCaller associate(String calledAe) throws IOException {
    send(verificationRequest(calledAe));
    assertThat(receive()).isInstanceOf(AssociateAc.class);
    return this;
  }

  /** The next PDU, whole. */
  Pdu receive() throws IOException {
    byte[] header = socket.getInputStream().readNBytes(PduHeader.LENGTH);
    assertThat(header).as("a PDU header").hasSize(PduHeader.LENGTH);
    Octets head = Octets.of(header);
    int length = (int) PduHeader.of(head).length();
    byte[] body = socket.getInputStream().readNBytes(length);
    byte[] whole = new byte[header.length + body.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(body, 0, whole, header.length, body.length);
    try {
      return PduDecoder.decode(Octets.of(whole)).pdu();
    } catch (MalformedPduException e) {
      throw new AssertionError("the listener sent what can't be read", e);
    }
  }

  /** The command set in the next PDU. */
  CommandSet receiveCommand() throws IOException {
    Pdu pdu = receive();
    assertThat(pdu).isInstanceOf(PDataTf.class);
    try {
      return CommandSet.decode(((PDataTf) pdu).pdvs().getFirst().data()).commandSet();
    } catch (MalformedCommandException e) {
      throw new AssertionError("the listener sent what can't be read", e);
    }
  }

  /** Waits until the listener has closed or reset the connection; what comes before is skipped. */
  void awaitEnd() {
    try {
      while (socket.getInputStream().read() >= 0) {
        // On the way to the end.
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the listener does not end the connection", e);
    } catch (IOException _) {
      // A reset is an end.
    }
  }

  /** No more comes from us (FIN), and we still read. */
  void finish() throws IOException {
    socket.shutdownOutput();
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
