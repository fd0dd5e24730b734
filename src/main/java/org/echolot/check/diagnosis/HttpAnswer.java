package org.echolot.check.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an answer of HTTP, as far as it came: its status and what its server calls
 * itself (RFC 9110 10.2.4). Pure.
 *
 * @param status 0 where it did not come
 * @param server null where it does not say
 * @param location where it sends the caller (RFC 9110 10.2.2); null: nowhere
 */
record HttpAnswer(
    int status, @Nullable String server, boolean isOfProxy, @Nullable String location) {

  private static final Pattern START =
      Pattern.compile("(?s)\\s*HTTP/\\d(?:\\.\\d)?(?: (\\d{3}))?.*");
  private static final Pattern SERVER =
      Pattern.compile("(?mi)^server: *([\\x21-\\x7E][\\x20-\\x7E]{0,39}?) *\\r?$");
  private static final Pattern VIA = Pattern.compile("(?mi)^(?:via|proxy-[a-z]+|x-squid[a-z-]*):");

  private static final Pattern LOCATION =
      Pattern.compile("(?mi)^location: *([\\x21-\\x7E]{1,200})[^\\r\\n]*\\r?$");

  static final int BAD_REQUEST = 400;

  /** Network Authentication Required (RFC 6585 6). */
  private static final int LOG_IN_FIRST = 511;

  private static final Pattern LOG_IN =
      Pattern.compile(
          "(?i).*(?:guest|login|log-in|portal|captive|hotspot|welcome|/auth|wlan|wifi|cgi-bin/luci"
              + "|fgtauth|cppm|splash).*");

  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  /** What the bytes say; empty if they are no such answer. */
  static Optional<HttpAnswer> of(String text) {
    Matcher start = START.matcher(text);
    if (!start.matches()) {
      return Optional.empty();
    }
    int status = start.group(1) == null ? 0 : Integer.parseInt(start.group(1));
    Matcher server = SERVER.matcher(text);
    Matcher location = LOCATION.matcher(text);
    return Optional.of(
        new HttpAnswer(
            status,
            server.find() ? server.group(1) : null,
            status == PROXY_AUTHENTICATION_REQUIRED || VIA.matcher(text).find(),
            location.find() ? location.group(1) : null));
  }

  /** Whether it is of a network that wants people to log in, or looks like that. */
  boolean isOfPortal() {
    return status == LOG_IN_FIRST || (location != null && LOG_IN.matcher(location).matches());
  }

  /** A few words for what answers so. */
  String words() {
    String name = server == null ? "" : ", " + server;
    if (!isOfProxy) {
      return "a web server (HTTP"
          + name
          + ")"
          + (location == null ? "" : " that redirects to " + location);
    }
    return status == PROXY_AUTHENTICATION_REQUIRED
        ? "an HTTP proxy that requires authentication (407" + name + ")"
        : "an HTTP proxy (HTTP" + name + ")";
  }
}
