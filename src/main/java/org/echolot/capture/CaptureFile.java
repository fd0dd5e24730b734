package org.echolot.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.echolot.check.CheckResult;

/**
 * A packet capture (pcapng) of what checks sent and received, for Wireshark. The PDUs, the
 * addresses and the times are real; the TCP around them is made up, as a check does not see it, and
 * the file says so. Used by one thread.
 */
public final class CaptureFile implements AutoCloseable {

  /** What stands at the beginning of each file. */
  static final String COMMENT =
      "Data that Echolot sent and received: the DICOM PDUs, addresses, ports and times are real."
          + " The IP and TCP headers, the handshake, the acknowledgements and the close are"
          + " synthetic. The time of a PDU is when all of it was sent or received. User identities"
          + " are masked. If Wireshark does not show a PDU as DICOM: right-click, Decode As,"
          + " DICOM.";

  private final OutputStream out;
  private final PcapngWriter writer;

  /**
   * @param program what writes it, with its version
   * @param out is closed with this
   * @throws IOException if it can't be written to; it is closed then
   */
  public CaptureFile(OutputStream out, String program) throws IOException {
    this.out = new BufferedOutputStream(out);
    this.writer = new PcapngWriter(this.out);
    try {
      writer.begin(program, COMMENT);
      this.out.flush();
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  /**
   * Makes or empties a file.
   *
   * @throws IOException if it can't be written
   */
  public static CaptureFile open(Path file, String program) throws IOException {
    return new CaptureFile(Files.newOutputStream(file), program);
  }

  /**
   * Adds a check, and hands it to the system, so that it is there whatever becomes of us.
   *
   * @return whether there was anything to add: a connection
   * @throws IOException if it can't be written
   */
  public boolean add(CheckResult result, Recording recording) throws IOException {
    Optional<TcpConversation> conversation = ConversationReader.read(result, recording);
    if (conversation.isEmpty()) {
      return false;
    }
    for (Packet packet : TcpFraming.of(conversation.get())) {
      writer.write(packet);
    }
    out.flush();
    return true;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
