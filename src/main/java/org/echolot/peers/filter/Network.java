package org.echolot.peers.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an IPv4 network, as in {@code 10.1.2.0/24}.
 *
 * @param bits its addresses' first bits, the others 0
 */
record Network(long bits, int length) {

  private static final int ADDRESS_BITS = 32;
  private static final int MOST_OCTET = 255;
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

  /** What a word says; empty where it is no network. */
  static Optional<Network> of(String word) {
    Matcher form = FORM.matcher(word);
    if (!form.matches() || form.group(5) == null) {
      return Optional.empty();
    }
    int length = Integer.parseInt(form.group(5));
    Optional<Long> address = address(form);
    return length > ADDRESS_BITS
        ? Optional.empty()
        : address.map(all -> new Network(first(all, length), length));
  }

  private static Optional<Long> address(Matcher form) {
    long all = 0;
    for (int i = 1; i <= 4; i++) {
      int octet = Integer.parseInt(form.group(i));
      if (octet > MOST_OCTET) {
        return Optional.empty();
      }
      all = (all << 8) | octet;
    }
    return Optional.of(all);
  }

  private static long first(long address, int length) {
    int others = ADDRESS_BITS - length;
    return (address >> others) << others;
  }

  /** Whether a host is an address in it; a name is not looked up. */
  boolean has(String host) {
    Matcher form = FORM.matcher(host);
    return form.matches()
        && form.group(5) == null
        && address(form).filter(all -> first(all, length) == bits).isPresent();
  }
}
