package org.echolot.check.run;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echolot.check.Approach;
import org.echolot.concurrent.Deadline;
import org.echolot.text.AddressText;
import org.echolot.text.SafeLine;
import org.jspecify.annotations.Nullable;

/**
 * Asks a proxy to connect us to a peer: by HTTP CONNECT (RFC 9110 9.3.6), or by SOCKS 5 (RFC 1928)
 * without authentication. The peer's name goes to the proxy as it is, which looks it up.
 */
final class ProxyTunnel {

  private static final int MAX_HEAD = 8_192;
  private static final int MAX_NAME = 255;
  private static final int STATUS_DIGITS = 3;
  private static final int MAX_TOLD = 3;
  private static final int MAX_LINE = 100;

  /** Header fields in which proxies say who they are, and what failed. */
  private static final Pattern TELLING =
      Pattern.compile("(?i)(server|via|proxy-status|x-squid-error):.*");

  private static final Pattern CONNECT_FAIL = Pattern.compile("ERR_CONNECT_FAIL (\\d+)");

  private static final int SOCKS_5 = 5;
  private static final int CONNECT = 1;
  private static final int NO_AUTHENTICATION = 0;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;

  /** The proxy did not do it, and is the one to ask. */
  static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /**
     * @param words what it said
     */
    RefusedException(String words, Why why) {
      super(words);
      this.why = why;
    }

    Why why() {
      return why;
    }
  }

  /** Why a proxy does not connect us. */
  enum Why {
    /** It is none of this kind. */
    NO_PROXY,
    FORBIDDEN,
    AUTHENTICATION,
    /** It tried, and did not come to the peer. */
    CANNOT_REACH
  }

  private final Socket socket;
  private final Deadline deadline;

  /**
   * @param socket connected to the proxy; afterwards it is one to the peer
   */
  ProxyTunnel(Socket socket, Deadline deadline) {
    this.socket = socket;
    this.deadline = deadline;
  }

  /**
   * Asks.
   *
   * @throws RefusedException if the proxy refused, or answered with something else
   * @throws IOException if it did not answer in time, or the connection ended
   */
  void open(Approach.Proxy.Kind kind, String host, int port) throws RefusedException, IOException {
    switch (kind) {
      case HTTP -> http(host, port);
      case SOCKS5 -> socks(host, port);
    }
  }

  private void http(String host, int port) throws RefusedException, IOException {
    String address = AddressText.of(host, port);
    write(
        ("CONNECT " + address + " HTTP/1.1\r\nHost: " + address + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    String head = head();
    String line = head.lines().findFirst().orElse("");
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new RefusedException("what answers is no HTTP proxy", Why.NO_PROXY);
    }
    String status = line.substring(line.indexOf(' ') + 1).strip();
    if (!status.startsWith("2")) {
      throw new RefusedException(SafeLine.of(status) + told(head), httpWhy(status));
    }
  }

  /** The answer up to its empty line, and no byte of what follows. */
  private String head() throws RefusedException, IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (head.size() < MAX_HEAD) {
      head.write(read());
      String text = head.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n") || text.endsWith("\n\n")) {
        return text;
      }
      if (head.size() == 5 && !text.equals("HTTP/")) {
        throw new RefusedException("what answers is no HTTP proxy", Why.NO_PROXY);
      }
    }
    throw new RefusedException("its answer has no end", Why.NO_PROXY);
  }

  private void socks(String host, int port) throws RefusedException, IOException {
    write(new byte[] {SOCKS_5, 1, NO_AUTHENTICATION});
    if (read() != SOCKS_5) {
      throw new RefusedException("what answers is no SOCKS 5 proxy", Why.NO_PROXY);
    }
    if (read() != NO_AUTHENTICATION) {
      throw new RefusedException(
          "the SOCKS proxy offers no method without a password", Why.AUTHENTICATION);
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {SOCKS_5, CONNECT, 0});
    InetAddress literal = literal(host);
    if (literal == null) {
      byte[] name = host.getBytes(StandardCharsets.UTF_8);
      if (name.length > MAX_NAME) {
        throw new RefusedException("the peer's name is too long for SOCKS", Why.FORBIDDEN);
      }
      request.write(NAME);
      request.write(name.length);
      request.writeBytes(name);
    } else {
      request.write(literal instanceof Inet6Address ? IPV6 : IPV4);
      request.writeBytes(literal.getAddress());
    }
    request.write(port >> 8);
    request.write(port);
    write(request.toByteArray());
    if (read() != SOCKS_5) {
      throw new RefusedException("what answers is no SOCKS 5 proxy", Why.NO_PROXY);
    }
    int reply = read();
    int _ = read();
    int rest =
        switch (read()) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> read();
          default -> throw new RefusedException("its answer is no SOCKS 5 reply", Why.NO_PROXY);
        };
    for (int i = 0; i < rest + 2; i++) {
      int _ = read();
    }
    if (reply != 0) {
      throw new RefusedException(words(reply), socksWhy(reply));
    }
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** RFC 9110 15: what it means that a proxy does not answer with a success. */
  private static Why httpWhy(String status) {
    return switch (status.substring(0, STATUS_DIGITS)) {
      case "407" -> Why.AUTHENTICATION;
      case "500", "502", "503", "504" -> Why.CANNOT_REACH;
      default -> Why.FORBIDDEN;
    };
  }

  /** What it says of itself and of the error, which tells network teams more than the status. */
  private static String told(String head) {
    return head.lines()
        .skip(1)
        .filter(line -> TELLING.matcher(line).matches())
        .limit(MAX_TOLD)
        .map(line -> SafeLine.of(line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE)))
        .map(line -> ", " + line + meant(line))
        .collect(Collectors.joining());
  }

  /** Squid gives the number of a failed connection as Linux has it. */
  private static String meant(String line) {
    Matcher failed = CONNECT_FAIL.matcher(line);
    return failed.find()
        ? switch (failed.group(1)) {
          case "101" -> " (network unreachable)";
          case "110" -> " (timed out)";
          case "111" -> " (connection refused)";
          case "113" -> " (no route to host)";
          default -> "";
        }
        : "";
  }

  private static Why socksWhy(int reply) {
    return switch (reply) {
      case 1, 3, 4, 5, 6 -> Why.CANNOT_REACH;
      default -> Why.FORBIDDEN;
    };
  }

  /** RFC 1928 6. */
  private static String words(int reply) {
    return "SOCKS reply "
        + reply
        + switch (reply) {
          case 1 -> ", general failure";
          case 2 -> ", connection not allowed by ruleset";
          case 3 -> ", network unreachable";
          case 4 -> ", host unreachable";
          case 5 -> ", connection refused";
          case 6 -> ", TTL expired";
          case 7 -> ", command not supported";
          case 8 -> ", address type not supported";
          default -> "";
        };
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  private int read() throws IOException {
    if (deadline.hasPassed()) {
      throw new SocketTimeoutException("no answer in time");
    }
    socket.setSoTimeout(deadline.remainingMillis());
    InputStream in = socket.getInputStream();
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("it closed the connection");
    }
    return octet;
  }
}
