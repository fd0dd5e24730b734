package org.echolot.peers.exchange.live;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who we are for a server. The password is the caller's to wipe out.
 *
 * @param user empty: nobody
 */
@SuppressWarnings("ArrayRecordComponent") // a password can be wiped out of an array alone
public record Login(String user, char[] password) {

  /** Nobody in particular. */
  public static final Login NONE = new Login("", new char[0]);

  boolean isGiven() {
    return !user.isEmpty();
  }

  /** The value of the header (RFC 7617). */
  String basic() {
    String pair = user + ":" + CharBuffer.wrap(password);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
