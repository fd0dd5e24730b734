package org.echolot.check.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/** Tells from the first bytes of an answer, or of a call, what sent it that is not DICOM. */
public final class ServiceGuess {

  private static final int MLLP_START_BLOCK = 0x0B;
  private static final int TELNET_IAC = 0xFF;
  private static final int TELNET_SB = 0xFA;
  private static final int TELNET_DONT = 0xFE;

  private static final String TEXT_IN_UTF_16 = "a service that sends text in UTF-16";

  /** The second byte of the mark with which text in UTF-16LE begins; Telnet has it, too. */
  private static final int BOM_END = 0xFE;

  /** Both greet with a three-digit code; which one it is shows only where the text names it. */
  private static final String MAIL_OR_FILES = "a mail or file server (SMTP or FTP)";

  private static final int TLS_HANDSHAKE = 0x16;
  private static final int TLS_MAJOR_VERSION = 3;

  /** Behind the header of its record. */
  private static final int CLIENT_HELLO_AT = 5;

  /** The first bytes of a PROXY header, version 2 and 1. */
  private static final List<String> PROXY_HEADERS = List.of("\r\n\r\n\0\r\nQUIT\n", "PROXY ");

  private static final Pattern HTTP_REQUEST =
      Pattern.compile(
          "(?s)(GET|HEAD|POST|PUT|DELETE|OPTIONS|CONNECT|TRACE|PATCH) .*|PRI \\* HTTP.*");

  private ServiceGuess() {}

  /** The same for who calls; its first bytes are a request. */
  public static Optional<String> ofCaller(Octets bytes) {
    String text = bytes.toLatin1();
    if (bytes.length() > 1
        && bytes.unsignedAt(0) == TLS_HANDSHAKE
        && bytes.unsignedAt(1) == TLS_MAJOR_VERSION) {
      return Optional.of("a TLS handshake (ClientHello)");
    }
    if (HTTP_REQUEST.matcher(text).matches()) {
      return Optional.of("a web request (HTTP)");
    }
    if (PROXY_HEADERS.stream().anyMatch(text::startsWith)) {
      return Optional.of("a PROXY protocol header, as load balancers send it");
    }
    if (text.startsWith("SSH-")) {
      return Optional.of("an SSH client");
    }
    if (text.matches("(?s)\3\0..[\2-\u00FE]\u00E0.*") && isTpkt(text)) {
      return Optional.of("a Windows remote desktop (RDP) client");
    }
    return of(bytes);
  }

  /** A few words for the service that {@code bytes} look like; empty if they look like none. */
  static Optional<String> of(Octets bytes) {
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    int first = bytes.unsignedAt(0);
    if (first == MLLP_START_BLOCK && (bytes.length() == 1 || isLetter(bytes.unsignedAt(1)))) {
      return Optional.of("HL7 (MLLP)");
    }
    if (first == BOM_END && bytes.length() > 3 && bytes.unsignedAt(1) == TELNET_IAC) {
      return Optional.of(TEXT_IN_UTF_16); // most significant byte first
    }
    if (isClientHello(bytes)) {
      return Optional.of("a TCP echo service, or a TLS client");
    }
    if (first == TELNET_IAC && bytes.length() > 1) {
      int command = bytes.unsignedAt(1);
      boolean isWide = command == BOM_END && isWide(bytes, 2);
      if (command >= TELNET_SB && command <= TELNET_DONT && !isWide) {
        return Optional.of("Telnet");
      }
      if (!isWide) {
        return Optional.empty();
      }
    }
    if (isWide(bytes, first == TELNET_IAC ? 2 : 0)) {
      return Optional.of(TEXT_IN_UTF_16);
    }
    String text = bytes.toLatin1();
    return Optional.ofNullable(byFrame(text))
        .or(() -> HttpAnswer.of(text).map(HttpAnswer::words))
        .or(() -> Optional.ofNullable(byText(text.toUpperCase(Locale.ROOT))));
  }

  /** Services whose messages begin with a length, or a letter and a length. */
  private static @Nullable String byFrame(String text) {
    if (text.matches("(?s)..\0\0\n\\d.*") || text.matches("(?s)..\0\0\u00FF.*(MySQL|MariaDB).*")) {
      return "a database (MySQL or MariaDB)";
    }
    if (text.matches("(?s)E\0\0..S(FATAL|ERROR)\0.*")) {
      return "a database (PostgreSQL)";
    }
    if (text.matches("(?s)\0\0.\u0004\0\0\0\0\0.*")) {
      return "a web server (HTTP/2)";
    }
    if (text.matches("(?s)\3\0..[\2-\u00FE][\u0080\u00D0\u00F0].*") && isTpkt(text)) {
      return "a Windows remote desktop (RDP)";
    }
    return text.matches("(?s)\0...[\u00FE\u00FF]SMB.*") ? "a Windows file server (SMB)" : null;
  }

  /**
   * Whether it is the header of RFC 1006, whose length counts itself and the length behind it. An
   * A-ASSOCIATE-RJ begins with the same byte, and has the length 4 where that length is.
   */
  private static boolean isTpkt(String text) {
    int length = (text.charAt(2) << 8) | text.charAt(3);
    return length > text.charAt(4) + 4;
  }

  /** A handshake record with what only a client sends: our own, perhaps (RFC 8446 4). */
  private static boolean isClientHello(Octets bytes) {
    return bytes.length() > CLIENT_HELLO_AT
        && bytes.unsignedAt(0) == TLS_HANDSHAKE
        && bytes.unsignedAt(1) == TLS_MAJOR_VERSION
        && bytes.unsignedAt(CLIENT_HELLO_AT) == 1;
  }

  /** Whether they are letters of two bytes each, of which the second is 0 (UTF-16LE). */
  private static boolean isWide(Octets bytes, int from) {
    int pairs = Math.min(4, (bytes.length() - from) / 2);
    for (int i = 0; i < pairs; i++) {
      int letter = bytes.unsignedAt(from + 2 * i);
      if (letter < '\t' || letter > '~' || bytes.unsignedAt(from + 2 * i + 1) != 0) {
        return false;
      }
    }
    return pairs >= 3;
  }

  /** Segments of HL7 begin with upper-case letters. */
  private static boolean isLetter(int octet) {
    return octet >= 'A' && octet <= 'Z';
  }

  private static @Nullable String byText(String text) {
    String start = text.stripLeading();
    if (start.contains("<STREAM:STREAM") || start.contains("ETHERX.JABBER.ORG")) {
      return "a chat server (XMPP)";
    }
    if (start.startsWith("<!DOCTYPE HTML") || start.startsWith("<HTML")) {
      return "a web server (HTTP)";
    }
    if (start.startsWith("<?XML") || start.startsWith("<SOAP") || start.startsWith("<!DOCTYPE")) {
      return "a service that speaks XML";
    }
    if (start.startsWith("RTSP/")) {
      return "a video server (RTSP)";
    }
    if (start.startsWith("SIP/")) {
      return "a telephone server (SIP)";
    }
    if (start.startsWith("AMQP")) {
      return "a message broker (AMQP)";
    }
    if (start.startsWith("@RSYNCD:")) {
      return "an rsync server";
    }
    if (start.matches("(?s):\\S+ NOTICE .*")) {
      return "a chat server (IRC)";
    }
    if (start.matches("(?s)200[ -].*\\b(NNTP|NNRP|NEWS)\\b.*")) {
      return "a news server (NNTP)";
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
      if (start.contains("SMTP") || start.contains("MAIL")) {
        return "a mail server (SMTP)";
      }
      return start.contains("FTP") ? "an FTP server" : MAIL_OR_FILES;
    }
    if (start.matches("(?s)-(ERR (UNKNOWN COMMAND|PROTOCOL ERROR)|DENIED REDIS|NOAUTH ).*")) {
      return "a database (Redis)";
    }
    if (start.startsWith("LOGIN:") || start.startsWith("USERNAME:")) {
      return "Telnet";
    }
    return null;
  }
}
