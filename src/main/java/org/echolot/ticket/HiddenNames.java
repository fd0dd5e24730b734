package org.echolot.ticket;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * The names and addresses that are to be hidden, each with what stands in its place, and where in a
 * text they are. Addresses are found whether they are known or not.
 */
final class HiddenNames {

  /** The kinds of names. */
  enum Kind {
    AE("AE-"),
    PEER("PEER-"),
    USER("USER-"),

    /** Whom or what a certificate names. */
    NAME("NAME-"),
    HOST("HOST-");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Shorter names are words of our own texts as well. */
  private static final int SHORT = 3;

  /** What follows the number of a part of the standard is one of its sections. */
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\w.])(?<!PS3\\.\\d{1,2} )(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\w|\\.\\d)");

  private static final Pattern IPV6 =
      Pattern.compile(
          "(?<![\\w:.])(?=[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:)[0-9A-Fa-f:]+(?:\\.\\d{1,3}){0,3}"
              + "(?:%[\\w.-]+)?(?![\\w:])");

  private static final Pattern DOMAIN =
      Pattern.compile("(?i)(?<![\\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}(?![\\w-])");

  /** Addresses that say nothing about anybody, unless a check went to or came from them. */
  private static final List<String> OF_NOBODY =
      List.of("127.0.0.1", "0.0.0.0", "::1", "::", "0:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:0");

  /** Where something is to be hidden. */
  private record Span(int start, int end, String placeholder) {}

  /** By the name in lower case for a host, as it is for all else. */
  private final Map<Kind, Map<String, String>> placeholders = new EnumMap<>(Kind.class);

  private final Map<String, String> addresses = new HashMap<>();

  /** What is hidden wherever it stands, a part of a word or not. */
  private final Map<String, String> passages = new LinkedHashMap<>();

  private int ipv4Count;
  private int ipv6Count;

  /**
   * What stands in the place of a name, the same at each call, and the same for an AE title and a
   * host that have one name: in a text nobody can tell which of them is meant.
   */
  String of(Kind kind, String name) {
    if (kind == Kind.NAME && isAddress(name)) {
      return ofAddress(name); // the same as wherever else it is, as that is what is wrong with it
    }
    String key = kind == Kind.HOST ? lowerCase(name) : name;
    Map<String, String> known = placeholders.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    String placeholder = known.get(key);
    if (placeholder == null) {
      placeholder =
          placeholders.values().stream()
              .filter(others -> others.containsKey(name))
              .findFirst()
              .map(others -> others.get(name))
              .orElse(kind.prefix + (known.size() + 1));
      known.put(key, placeholder);
    }
    return placeholder;
  }

  /** What stands in the place of a host name or a literal address. */
  String ofHost(String host) {
    return isAddress(host) ? ofAddress(host) : of(Kind.HOST, host);
  }

  /** An address of the ranges for documentation (RFC 5737, RFC 3849), the same at each call. */
  InetAddress of(InetAddress address) {
    return InetAddress.ofLiteral(ofAddress(AddressText.of(address)));
  }

  private String ofAddress(String literal) {
    String plain = plain(literal);
    InetAddress address = InetAddress.ofLiteral(plain);
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return plain; // of no computer in particular, and what is said of it is true of it alone
    }
    return addresses.computeIfAbsent(plain, _ -> plain.contains(":") ? nextIpv6() : nextIpv4());
  }

  /** An address in the one way in which we write it, without its zone. */
  private static String plain(String literal) {
    return AddressText.of(InetAddress.ofLiteral(withoutZone(literal)));
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private String nextIpv4() {
    int number = ++ipv4Count;
    return number < 255
        ? "192.0.2." + number
        : "198." + (18 + ((number >> 16) & 1)) + "." + ((number >> 8) & 255) + "." + (number & 255);
  }

  private String nextIpv6() {
    return "2001:db8::" + Integer.toHexString(++ipv6Count);
  }

  /** Hides a passage that is known to come from the peer. */
  void hidePassage(String passage, String placeholder) {
    passages.put(passage, placeholder);
  }

  /** Takes all that looks like the name of a host in a domain for one. */
  void learnDomains(String text) {
    Matcher found = DOMAIN.matcher(text);
    while (found.find()) {
      String _ = of(Kind.HOST, found.group());
    }
  }

  /** The text with all of it hidden. */
  String hide(String text) {
    return replaced(text, spans(text, true), (_, placeholder) -> placeholder);
  }

  /** The same in bytes, of which each character is one; as long as before. */
  String hideInPlace(String latin1) {
    return replaced(latin1, spans(latin1, false), HiddenNames::fit);
  }

  /** As long as what it stands for; where there is no room for it, nothing but that length. */
  private static String fit(String hidden, String placeholder) {
    int room = hidden.length();
    return placeholder.length() > room
        ? "x".repeat(room)
        : placeholder + " ".repeat(room - placeholder.length());
  }

  private static String replaced(
      String text, List<Span> spans, BiFunction<String, String, String> replacement) {
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder hidden = new StringBuilder(text.length());
    int end = 0;
    for (Span span : spans) {
      hidden.append(text, end, span.start());
      hidden.append(
          replacement.apply(text.substring(span.start(), span.end()), span.placeholder()));
      end = span.end();
    }
    return hidden.append(text, end, text.length()).toString();
  }

  /** In order, and none over another: of those that overlap, all is hidden. */
  private List<Span> spans(String text, boolean isText) {
    List<Span> all = new ArrayList<>();
    passages.forEach(
        (passage, placeholder) -> find(text, passage, placeholder, all, (_, _) -> true));
    String lower = lowerCase(text);
    placeholders.forEach(
        (kind, known) ->
            known.forEach(
                (name, placeholder) -> {
                  String in = kind == Kind.HOST ? lower : text;
                  find(in, name, placeholder, all, (s, e) -> isWhole(in, s, e, isText));
                }));
    addressesIn(text, isText, all);
    all.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed()));
    List<Span> merged = new ArrayList<>();
    for (Span span : all) {
      if (merged.isEmpty() || span.start() >= merged.getLast().end()) {
        merged.add(span);
      } else if (span.end() > merged.getLast().end()) {
        Span before = merged.removeLast();
        merged.add(new Span(before.start(), span.end(), before.placeholder()));
      }
    }
    return merged;
  }

  private interface Condition {
    boolean holds(int start, int end);
  }

  private static void find(
      String in, String name, String placeholder, List<Span> found, Condition condition) {
    if (name.isEmpty()) {
      return;
    }
    for (int at = in.indexOf(name); at >= 0; at = in.indexOf(name, at + 1)) {
      if (condition.holds(at, at + name.length())) {
        found.add(new Span(at, at + name.length(), placeholder));
      }
    }
  }

  /** Whether it is no part of a longer word. */
  private static boolean isWhole(String text, int start, int end, boolean isText) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    boolean isShort = end - start < SHORT;
    boolean isNumber = text.substring(start, end).chars().allMatch(Character::isDigit);
    if (isShort && !isText) {
      return false; // any two bytes may look like it
    }
    return !continues(before, isShort, isNumber) && !continues(after, isShort, isNumber);
  }

  private static boolean continues(char c, boolean isShort, boolean isNumber) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || (isShort && c == '-')
        || (isNumber && (c == '.' || c == '/'));
  }

  private void addressesIn(String text, boolean isText, List<Span> found) {
    for (Pattern pattern : List.of(IPV4, IPV6)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        String placeholder = placeholderOf(matcher.group(), isText);
        if (placeholder != null) {
          found.add(new Span(matcher.start(), matcher.end(), placeholder));
        }
      }
    }
  }

  private @Nullable String placeholderOf(String literal, boolean isText) {
    if (!isAddress(literal)) {
      // Numbers too high for an address, or with zeros before them, are not worth the risk.
      return literal.contains(":") ? null : addresses.computeIfAbsent(literal, _ -> nextIpv4());
    }
    String known = addresses.get(plain(literal));
    if (known != null) {
      return known;
    }
    // In bytes a UID of four components, which all begin with 0 to 2, is likelier.
    boolean maybeUid = !isText && literal.matches("[012]\\..*");
    return maybeUid || OF_NOBODY.contains(literal) ? null : ofAddress(literal);
  }

  /** Never looks a name up. */
  private static boolean isAddress(String text) {
    boolean maybe =
        text.matches("(?:\\d{1,3}\\.){3}\\d{1,3}")
            || (text.matches("[0-9A-Fa-f:.]+(?:%.*)?")
                && text.chars().filter(c -> c == ':').count() >= 2);
    if (!maybe) {
      return false;
    }
    try {
      InetAddress _ = InetAddress.ofLiteral(withoutZone(text));
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Character by character, so that places in it are places in the text. */
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append(Character.toLowerCase((char) c)));
    return lower.toString();
  }
}
