package org.echolot.tls.handshake;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.echolot.tls.IanaNames;
import org.echolot.tls.TlsAlert;
import org.jspecify.annotations.Nullable;

/**
 * Finds the alert that a peer sent in the exception that it led to. An encrypted alert can't be
 * read along, and Java's own provider tells it in a message alone; a test holds this to the words
 * of the runtime that it runs on.
 */
final class ReceivedAlert {

  private static final Pattern WORDS =
      Pattern.compile("Received fatal alert: (\\w+)|received handshake warning: (\\w+)");

  /** Of a number that it has no name for. */
  private static final Pattern UNKNOWN =
      Pattern.compile("Unknown alert description \\((-?\\d{1,3})\\)");

  /** A close that the peer had announced before as its user's wish. */
  private static final Pattern CANCELED =
      Pattern.compile("\\(user_canceled\\) Received fatal close_notify alert");

  /** Both providers take a number above 127 for one with a sign. */
  private static final int OCTET = 0xFF;

  private ReceivedAlert() {}

  /** The alert; null if {@code thrown} has another reason. */
  static @Nullable TlsAlert in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TlsFatalAlertReceived received) {
        return new TlsAlert(TlsAlert.FATAL, received.getAlertDescription() & OCTET);
      }
      if (CANCELED.matcher(String.valueOf(cause.getMessage())).find()) {
        return new TlsAlert(TlsAlert.WARNING, TlsAlert.USER_CANCELED);
      }
      Matcher unknown = UNKNOWN.matcher(String.valueOf(cause.getMessage()));
      if (unknown.find()) {
        return new TlsAlert(TlsAlert.FATAL, Integer.parseInt(unknown.group(1)) & OCTET);
      }
      Matcher words = WORDS.matcher(String.valueOf(cause.getMessage()));
      if (words.find()) {
        boolean fatal = words.group(1) != null;
        OptionalInt number = IanaNames.alertOf(fatal ? words.group(1) : words.group(2));
        if (number.isPresent()) {
          return new TlsAlert(fatal ? TlsAlert.FATAL : 1, number.getAsInt());
        }
      }
    }
    return null;
  }
}
