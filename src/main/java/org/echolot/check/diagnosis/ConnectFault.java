package org.echolot.check.diagnosis;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import org.echolot.check.Cause;

/** What the system says of a connection attempt that failed. */
public enum ConnectFault {
  REFUSED(Cause.CONNECTION_REFUSED),
  /** Nothing came in time. */
  SILENCE(Cause.CONNECT_TIMEOUT),
  NO_HOST(Cause.HOST_UNREACHABLE),
  NO_NETWORK(Cause.HOST_UNREACHABLE),
  /** By a rule of the network, or by a route of this computer. */
  FORBIDDEN(Cause.HOST_UNREACHABLE),
  /** By a firewall of this computer. */
  NOT_PERMITTED(Cause.HOST_UNREACHABLE),
  /** No source port is free, or no address of ours fits. */
  NO_SOURCE(Cause.HOST_UNREACHABLE),
  /** The address can't be called in this form. */
  INVALID(Cause.HOST_UNREACHABLE),
  NO_FAMILY(Cause.HOST_UNREACHABLE),
  /** It is the address of all computers of a network of ours. */
  BROADCAST(Cause.HOST_UNREACHABLE),
  /** Something else, in the words of the exception. */
  OTHER(Cause.HOST_UNREACHABLE);

  /** How long a system tries by itself at the least, before it gives up for lack of any answer. */
  private static final Duration SYSTEM_PATIENCE = Duration.ofSeconds(15);

  private final Cause cause;

  ConnectFault(Cause cause) {
    this.cause = cause;
  }

  public Cause cause() {
    return cause;
  }

  /**
   * By what the platform throws. Some of its exceptions differ in words alone, which depend on the
   * system, and on its language: what is not known is {@link #OTHER}.
   *
   * @param took how long the attempt took
   */
  public static ConnectFault of(IOException e, Duration took) {
    return switch (e) {
      case SocketTimeoutException _ -> SILENCE;
      // The system gave up before we did; it throws the same exception as for a refusal.
      case ConnectException _ when took.compareTo(SYSTEM_PATIENCE) > 0 -> SILENCE;
      case ConnectException _ -> REFUSED;
      case NoRouteToHostException _ -> NO_HOST;
      case BindException _ ->
          words(e).contains("permission")
              ? FORBIDDEN
              : words(e).contains("assign") ? NO_SOURCE : OTHER;
      default -> ofWords(words(e));
    };
  }

  private static ConnectFault ofWords(String words) {
    if (words.contains("network is unreachable") || words.contains("network unreachable")) {
      return NO_NETWORK;
    }
    if (words.contains("not permitted")) {
      return NOT_PERMITTED;
    }
    if (words.contains("permission denied")) {
      return FORBIDDEN;
    }
    if (words.contains("invalid argument")) {
      return INVALID;
    }
    if (words.contains("family")) {
      return NO_FAMILY;
    }
    return words.contains("host is down") ? NO_HOST : OTHER;
  }

  private static String words(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }

  /**
   * By Linux's error number, which no language changes.
   *
   * @param otherwise for one that says nothing of the kind
   */
  public static ConnectFault ofErrno(int errno, ConnectFault otherwise) {
    return switch (errno) {
      case 1 -> NOT_PERMITTED;
      case 13 -> FORBIDDEN;
      case 22 -> INVALID;
      case 97 -> NO_FAMILY;
      case 99 -> NO_SOURCE;
      case 101 -> NO_NETWORK;
      case 111 -> REFUSED;
      case 112, 113 -> NO_HOST;
      default -> otherwise;
    };
  }
}
