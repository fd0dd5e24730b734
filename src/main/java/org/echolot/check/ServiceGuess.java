package org.echolot.check;

import java.util.Locale;
import java.util.Optional;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/** Tells from the first bytes of an answer which service, other than DICOM, sent it. */
final class ServiceGuess {

  private static final int MLLP_START_BLOCK = 0x0B;
  private static final int TELNET_IAC = 0xFF;
  private static final int TELNET_SB = 0xFA;

  private ServiceGuess() {}

  /** A few words for the service that {@code bytes} look like; empty if they look like none. */
  static Optional<String> of(Octets bytes) {
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    int first = bytes.unsignedAt(0);
    if (first == MLLP_START_BLOCK) {
      return Optional.of("HL7 (MLLP)");
    }
    if (first == TELNET_IAC && bytes.length() > 1 && bytes.unsignedAt(1) >= TELNET_SB) {
      return Optional.of("Telnet");
    }
    return Optional.ofNullable(byText(bytes.toLatin1().toUpperCase(Locale.ROOT)));
  }

  private static @Nullable String byText(String text) {
    String start = text.stripLeading();
    if (start.startsWith("HTTP/")
        || start.startsWith("<!DOCTYPE")
        || start.startsWith("<HTML")
        || start.startsWith("<?XML")) {
      return "a web server (HTTP)";
    }
    if (start.startsWith("SSH-")) {
      return "an SSH server";
    }
    if (start.startsWith("MSH|")) {
      return "HL7 without MLLP";
    }
    if (start.startsWith("RFB ")) {
      return "a VNC server";
    }
    if (start.startsWith("+OK")) {
      return "a POP3 mail server";
    }
    if (start.startsWith("* OK") || start.startsWith("* BYE")) {
      return "an IMAP mail server";
    }
    if (start.matches("(?s)[2-5]\\d\\d[ -].*")) {
      return start.contains("FTP") && !start.contains("SMTP")
          ? "an FTP server"
          : "a mail server (SMTP)";
    }
    if (start.startsWith("LOGIN:") || start.startsWith("USERNAME:")) {
      return "Telnet";
    }
    return null;
  }
}
