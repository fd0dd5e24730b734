package org.echolot.monitor;

import java.util.Locale;
import java.util.Set;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those out who have no business here: web pages that make a browser on this computer ask us
 * (DNS rebinding, requests across sites), and whatever is not a plain question. Pure.
 */
final class Gate {

  private static final int MAX_QUERY = 2_048;

  private final Set<String> names;

  /**
   * @param names by which this computer is called, beside its addresses and {@code localhost}
   */
  Gate(Set<String> names) {
    this.names = names;
  }

  /**
   * Lets a request pass or not.
   *
   * @param host the field Host; null: there is none
   * @param fetchSite the field Sec-Fetch-Site, which a browser sends; null: there is none
   * @param origin the field Origin; null: there is none
   * @param isPage whether the page to look at is asked for, to which other pages may have a link
   * @throws RefusedException if it may not pass
   */
  void pass(
      String method,
      @Nullable String query,
      @Nullable String host,
      @Nullable String fetchSite,
      @Nullable String origin,
      boolean isPage)
      throws RefusedException {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new RefusedException(405, "Only GET and HEAD are answered here.");
    }
    if (query != null && query.length() > MAX_QUERY) {
      throw new RefusedException(414, "The query is longer than " + MAX_QUERY + " characters.");
    }
    if (host == null || !isOurs(nameOf(host))) {
      throw new RefusedException(
          421,
          "This name is not one of this computer's: ask by address, or name it with --serve-name.");
    }
    boolean fromElsewhere =
        origin != null
            || (fetchSite != null && !fetchSite.equals("none") && !fetchSite.equals("same-origin"));
    if (fromElsewhere && !isPage) {
      throw new RefusedException(403, "Other web pages may not ask here.");
    }
  }

  /** A name that a web page could point at this computer is no address. */
  private boolean isOurs(String name) {
    return name.equals("localhost") || IpText.isIp(name) || names.contains(name);
  }

  /** Without the port, the brackets of an IPv6 address, and a dot at the end. */
  private static String nameOf(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("[") && lower.indexOf(']') > 0) {
      return lower.substring(1, lower.indexOf(']'));
    }
    int colon = lower.indexOf(':');
    String name = colon < 0 ? lower : lower.substring(0, colon);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
