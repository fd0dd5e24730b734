package org.echolot.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host as people write it: a DNS name, an IPv4 address, or an IPv6 address with or without
 * brackets. Nothing is looked up.
 */
public final class HostText {

  private static final int MAX_LENGTH = 253;

  /** A URL may be longer than a host, and the advice is worth reading. */
  private static final int MAX_PASTED_LENGTH = 2000;

  private static final int MAX_LABEL_LENGTH = 63;
  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]*)(:\\d+)?.*");
  private static final Pattern AE_AT_HOST =
      Pattern.compile("([^@]{1,16})@([^@:]+|\\[[^\\]]*])(?::(\\d+))?");
  private static final Pattern HOST_AND_PORT = Pattern.compile("([^:\\[\\]]+|\\[[^\\]]*]):(\\d*)");
  private static final Set<String> LOCAL_NAMES =
      Set.of(
          "localhost",
          "localhost4",
          "localhost6",
          "localhost.localdomain",
          "localhost4.localdomain4",
          "localhost6.localdomain6",
          "ip6-localhost",
          "ip6-loopback");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final Pattern NOT_IN_HOST = Pattern.compile("[^A-Za-z0-9._-]");

  private HostText() {}

  /** The host without surrounding white space and without the brackets of an IPv6 address. */
  public static String normalized(String text) {
    String host = text.strip();
    return isBracketed(host) ? host.substring(1, host.length() - 1) : host;
  }

  /** Whether everybody reads the name as one for the computer itself (RFC 6761 6.3). */
  public static boolean isLocalName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String relative = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return LOCAL_NAMES.contains(relative) || relative.endsWith(".localhost");
  }

  /** What is wrong with {@code text} as a host, in plain words; null if nothing is. */
  public static @Nullable String faultOf(String text) {
    String host = text.strip();
    if (host.isEmpty()) {
      return "A host is needed: a name or an IP address.";
    }
    if (host.length() > MAX_PASTED_LENGTH) {
      return lengthFault(host);
    }
    String pasted = pastedFault(host);
    if (pasted != null) {
      return pasted;
    }
    if (isBracketed(host)) {
      return IpText.isAddress(normalized(host))
          ? null
          : "\"" + shown(host) + "\" is not an IPv6 address.";
    }
    if (host.indexOf(':') >= 0) {
      return IpText.isAddress(host) ? null : "\"" + shown(host) + "\" is not an IPv6 address.";
    }
    if (NUMBERS.matcher(host).matches()) {
      return IpText.isIpv4(host)
          ? null
          : "\""
              + shown(host)
              + "\" is not an IP address: that is four numbers from 0 to 255, as in 10.1.2.3.";
    }
    return nameFault(host);
  }

  /** Things that were copied whole into the field. */
  private static @Nullable String pastedFault(String host) {
    Matcher url = URL.matcher(host);
    if (url.matches()) {
      String fault = "This is a URL. Write only the host, without http:// and path";
      String name = url.group(1);
      return name.isEmpty()
          ? fault + "."
          : fault
              + ": "
              + shown(name)
              + (url.group(2) == null
                  ? "."
                  : ". Its port, "
                      + shown(url.group(2).substring(1))
                      + ", is probably not the DICOM port.");
    }
    Matcher ae = AE_AT_HOST.matcher(host);
    if (ae.matches()) {
      return "Write each part in its own field: "
          + ae.group(1)
          + " as called AE title, "
          + shown(ae.group(2))
          + " as host"
          + (ae.group(3) == null ? "." : ", " + shown(ae.group(3)) + " as port.");
    }
    Matcher withPort = HOST_AND_PORT.matcher(host);
    if (withPort.matches()) {
      return "Write only the host here: "
          + shown(withPort.group(1))
          + (withPort.group(2).isEmpty()
              ? "."
              : ". The port, " + shown(withPort.group(2)) + ", has its own field.");
    }
    return null;
  }

  private static @Nullable String nameFault(String host) {
    Matcher wrong = NOT_IN_HOST.matcher(host);
    if (wrong.find()) {
      int c = host.codePointAt(wrong.start());
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return c == ' '
            ? "A host can't contain spaces."
            : String.format(Locale.ROOT, "A host can't contain spaces; this is U+%04X.", c);
      }
      if (Character.isISOControl(c)) {
        return "A host can't contain control characters.";
      }
      if (c == '/') {
        return "A host can't contain a slash: write only the name or IP address.";
      }
      if (c > 0x7E) {
        return String.format(
            Locale.ROOT,
            "A host can contain only ASCII characters; \"%s\" (U+%04X) is not one. Enter its IP"
                + " address, or its name as xn--….",
            Character.toString(c),
            c);
      }
      return "A host can't contain \"" + Character.toString(c) + "\".";
    }
    if (host.length() > MAX_LENGTH) {
      return lengthFault(host);
    }
    String relative = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    for (String label : relative.split("\\.", -1)) {
      if (label.isEmpty()) {
        return "A host can't start with a dot or have two dots in a row.";
      }
      if (label.length() > MAX_LABEL_LENGTH) {
        return "A part of a host name can have 63 characters at most.";
      }
      if (label.startsWith("-") || label.endsWith("-")) {
        return "A part of a host name can't start or end with a hyphen.";
      }
    }
    return null;
  }

  private static String lengthFault(String host) {
    return "A host can have 253 characters at most; this one has " + host.length() + ".";
  }

  private static boolean isBracketed(String host) {
    return host.startsWith("[") && host.endsWith("]");
  }

  /** As much of a text as a sentence bears. */
  public static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
