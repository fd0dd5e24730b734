package org.echolot.text;

import java.util.List;
import java.util.regex.Pattern;

/** Tells IP addresses from other text (RFC 4291 2.2, RFC 6874 for zones). */
public final class IpText {

  private static final int GROUPS = 8;
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
  private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");

  private IpText() {}

  /** Whether the text is an IPv6 address without brackets, with or without a zone. */
  public static boolean isAddress(String text) {
    int percent = text.indexOf('%');
    if (percent >= 0 && !ZONE.matcher(text.substring(percent + 1)).matches()) {
      return false;
    }
    String address = percent < 0 ? text : text.substring(0, percent);
    List<String> halves = List.of(address.split("::", -1));
    return switch (halves.size()) {
      case 1 -> groups(address, true) == GROUPS;
      case 2 -> {
        int before = groups(halves.getFirst(), false);
        int after = groups(halves.getLast(), true);
        yield before >= 0 && after >= 0 && before + after < GROUPS;
      }
      default -> false;
    };
  }

  /** Whether the text is an address of either family. */
  public static boolean isIp(String text) {
    return isIpv4(text) || isAddress(text);
  }

  /** Whether the text is an IPv4 address of four numbers. */
  public static boolean isIpv4(String text) {
    List<String> octets = List.of(text.split("\\.", -1));
    return octets.size() == 4
        && octets.stream()
            .allMatch(octet -> OCTET.matcher(octet).matches() && Integer.parseInt(octet) <= 255);
  }

  /** How many groups of 16 bits; -1 if it is something else. */
  private static int groups(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return 0;
    }
    List<String> groups = List.of(text.split(":", -1));
    int count = 0;
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      if (mayEndInIpv4 && i == groups.size() - 1 && isIpv4(group)) {
        count += 2;
      } else if (GROUP.matcher(group).matches()) {
        count++;
      } else {
        return -1;
      }
    }
    return count;
  }
}
