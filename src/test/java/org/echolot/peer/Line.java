package org.echolot.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;

/**
 * A script's end of a connection. Everything that waits is bounded. Writes go out at once, unless
 * {@link #leaveNagleOn} was called.
 */
public final class Line implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  Line(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
  }

  /** A line of one's own, for playing the caller. */
  public static Line callTo(InetSocketAddress address) throws IOException {
    return new Line(new Socket(address.getAddress(), address.getPort()));
  }

  /**
   * The same line over TLS, as its server, with the handshake made.
   *
   * @param setUp what is to be asked of the caller
   */
  public Line overTls(SSLContext context, Consumer<SSLSocket> setUp) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), 0, true);
    tls.setUseClientMode(false);
    setUp.accept(tls);
    tls.startHandshake();
    return new Line(tls);
  }

  /** Nagle's algorithm (RFC 896) is in force, as it is where nobody thinks of it. */
  public Line leaveNagleOn() throws IOException {
    socket.setTcpNoDelay(false);
    return this;
  }

  /**
   * The next PDU.
   *
   * @throws EOFException if the other side closed
   */
  public Pdu receive() throws IOException, MalformedPduException {
    return PduDecoder.decode(receiveBytes()).pdu();
  }

  /**
   * The next PDU as it came.
   *
   * @throws EOFException if the other side closed
   */
  public Octets receiveBytes() throws IOException, MalformedPduException {
    byte[] header = readExactly(PduHeader.LENGTH);
    int length =
        PduDecoder.checkedBodyLength(
            PduHeader.of(Octets.of(header)), PduHeader.MAX_ASSOCIATE_LENGTH);
    byte[] whole = new byte[PduHeader.LENGTH + length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(readExactly(length), 0, whole, header.length, length);
    return Octets.of(whole);
  }

  /** The next PDU, which has to be of the given kind. */
  public <T extends Pdu> T receive(Class<T> kind) throws IOException, MalformedPduException {
    return decoded(receiveBytes(), kind);
  }

  /** A PDU that came, which has to be of the given kind. */
  public static <T extends Pdu> T decoded(Octets bytes, Class<T> kind)
      throws MalformedPduException {
    Pdu pdu = PduDecoder.decode(bytes).pdu();
    if (!kind.isInstance(pdu)) {
      throw new AssertionError("not a " + kind.getSimpleName() + " came but " + pdu);
    }
    return kind.cast(pdu);
  }

  private byte[] readExactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the other side closed after " + bytes.length + " of " + count);
    }
    return bytes;
  }

  /** Waits until something comes, whatever it is. */
  public void receiveSome() throws IOException {
    if (in.read(new byte[4096]) < 0) {
      throw new EOFException("the other side closed");
    }
  }

  /** Waits until something comes, whatever it is, or the other side closes. */
  public byte[] receiveSomeOrEnd() throws IOException {
    byte[] some = new byte[4096];
    return Arrays.copyOf(some, Math.max(0, in.read(some)));
  }

  /**
   * The next bytes up to a line feed, as a load balancer reads a header of the PROXY protocol.
   *
   * @return without the line's end; shorter if the other side closed
   */
  public String receiveLine(int mostBytes) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < mostBytes; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** All bytes that come until the other side closes or resets. */
  public long discardUntilClosed() {
    long count = 0;
    byte[] rubbish = new byte[4096];
    try {
      for (int n = in.read(rubbish); n >= 0; n = in.read(rubbish)) {
        count += n;
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the other side does not close", e);
    } catch (IOException _) {
      // A reset is a close too.
    }
    return count;
  }

  /** Says nothing until the other side has closed. */
  public void staySilent() {
    discardUntilClosed();
  }

  public void send(Pdu... pdus) throws IOException {
    for (Pdu pdu : pdus) {
      send(PduEncoder.encode(pdu));
    }
  }

  public void send(Octets bytes) throws IOException {
    socket.getOutputStream().write(bytes.toByteArray());
  }

  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void sendHex(String hex) throws IOException {
    send(Octets.parseHex(hex));
  }

  /** Sends in writes of {@code size} bytes. */
  public void sendInPieces(Octets bytes, int size) throws IOException {
    for (int i = 0; i < bytes.length(); i += size) {
      send(bytes.slice(i, Math.min(bytes.length(), i + size)));
    }
  }

  /** Sends a byte at a time with a pause before each, until all are sent or nobody listens. */
  public void drip(Octets bytes, Duration pause) throws InterruptedException {
    try {
      for (int i = 0; i < bytes.length(); i++) {
        pause(pause);
        send(bytes.slice(i, i + 1));
      }
    } catch (IOException _) {
      // The other side had enough.
    }
  }

  /** Sends the same over and over until nobody listens. */
  public long flood(Octets bytes) {
    long count = 0;
    try {
      while (true) {
        send(bytes);
        count++;
      }
    } catch (IOException _) {
      return count;
    }
  }

  /** The peer's slowness, which is what the script is about. */
  public void pause(Duration duration) throws InterruptedException {
    boolean _ = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Reads the request and accepts it as most peers do. */
  public AssociateRq acceptAssociation() throws IOException, MalformedPduException {
    AssociateRq rq = receive(AssociateRq.class);
    send(Answers.acceptance(rq));
    return rq;
  }

  /** Plays a well-behaved Verification SCP up to the C-ECHO-RQ, which is read. */
  public void serveUntilEcho() throws IOException, MalformedPduException {
    acceptAssociation();
    receive(PDataTf.class);
  }

  /** Plays a well-behaved Verification SCP up to its answer to the C-ECHO-RQ. */
  public void serveUntilRelease() throws IOException, MalformedPduException {
    serveUntilEcho();
    send(Answers.echoSuccess());
  }

  /** Confirms the release and waits until the other side closes. */
  public void confirmRelease() throws IOException, MalformedPduException {
    receive(ReleaseRq.class);
    send(new ReleaseRp());
    discardUntilClosed();
  }

  /** Plays a well-behaved Verification SCP for one C-ECHO. */
  public void serveEcho() throws IOException, MalformedPduException {
    serveUntilRelease();
    confirmRelease();
  }

  /** No more bytes from here (FIN); the other side may still send. */
  public void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /** Breaks the connection (RST). */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** The socket itself, for what has no method here. */
  public Socket socket() {
    return socket;
  }

  /** Closes in good order (FIN). */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
