package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.echolot.text.PastedText;

/**
 * Finds peers in any text: {@code AET@host:port}, {@code host:port AET}, command lines of other
 * tools, what their logs say of a connection, and labels as in a mail ({@code AE title: CT1}).
 */
final class AddressSearch {

  static final String HOST = "(\\[[0-9A-Fa-f:.%]{2,60}]|[A-Za-z0-9][A-Za-z0-9._-]{0,252})";

  private static final int MAX_LINES = 50_000;
  private static final int MAX_LINE = 2_000;
  private static final int MAX_FOUND = 2_000;
  private static final Pattern AE_AT =
      Pattern.compile(
          "(?<![A-Za-z0-9_.!#$%&+*-])([A-Za-z0-9_.!#$%&+*-]{1,16})@"
              + HOST
              + "[:^](\\d{1,5})(?![\\d.])");
  private static final Pattern WHOLE_AE_AT =
      Pattern.compile("([^@\"]{1,16})@" + HOST + ":(\\d{1,5})");
  private static final Pattern ON_HOST =
      Pattern.compile(
          "(?:→|->|\\bto)\\s{0,3}(?:AET\\s)?\"?([A-Za-z0-9_.-]{1,16})\"?\\s(?:on host|at|on)\\s"
              + HOST
              + ":(\\d{1,5})(?!\\d)");
  private static final Pattern BLANKS = Pattern.compile("[\\s,;|()<>\"']+");
  private static final Pattern HOST_PORT = Pattern.compile(HOST + ":(\\d{1,5})");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern AE = Pattern.compile("[A-Za-z0-9_.-]{1,16}");
  private static final int MOST_WORDS = 4;

  private AddressSearch() {}

  /** All that is found, in the order of the lines, each only once. */
  static List<FoundPeer> in(List<String> lines) {
    List<FoundPeer> found = new ArrayList<>();
    List<String> known = new ArrayList<>();
    LabelledText labels = new LabelledText();
    for (int i = 0; i < Math.min(MAX_LINES, lines.size()) && found.size() < MAX_FOUND; i++) {
      String line = lines.get(i).length() > MAX_LINE ? "" : PastedText.trim(lines.get(i));
      String place = RowCollector.line(i + 1L);
      List<FoundPeer> here = line.isEmpty() ? List.of() : inLine(place, line);
      if (here.isEmpty() && !line.isEmpty()) {
        here = labels.take(place, line);
      }
      for (FoundPeer peer : here) {
        if (peer.row() instanceof ImportedRow.Read read && !known.contains(read.peer().address())) {
          known.add(read.peer().address());
          found.add(peer);
        }
      }
    }
    return found;
  }

  private static List<FoundPeer> inLine(String place, String line) {
    Optional<FoundPeer> command = CommandText.in(place, line);
    if (command.isPresent()) {
      return List.of(command.get());
    }
    Matcher whole = WHOLE_AE_AT.matcher(line);
    if (whole.matches()) {
      return List.of(peer(place, whole));
    }
    for (Pattern pattern : List.of(AE_AT, ON_HOST)) {
      List<FoundPeer> here =
          pattern.matcher(line).results().map(match -> peer(place, match)).toList();
      if (!here.isEmpty()) {
        return here;
      }
    }
    return words(place, line).map(List::of).orElse(List.of());
  }

  private static FoundPeer peer(String place, MatchResult match) {
    return new FoundPeer(place).address(match.group(1), match.group(2), match.group(3));
  }

  /** A line of nothing but an address: {@code host:port AET}, {@code CT1 10.1.2.3 104}. */
  private static Optional<FoundPeer> words(String place, String line) {
    List<String> words =
        new ArrayList<>(
            BLANKS.splitAsStream(line).filter(word -> !word.isEmpty()).limit(6).toList());
    if (words.size() > MOST_WORDS) {
      return Optional.empty();
    }
    for (int i = 0; i < words.size(); i++) {
      Matcher both = HOST_PORT.matcher(words.get(i));
      if (both.matches() && (words.size() == 2 || isSurelyHost(both.group(1)))) {
        words.remove(i);
        return named(place, words, both.group(1), both.group(2));
      }
      if (isSurelyHost(words.get(i))
          && i + 1 < words.size()
          && PORT.matcher(words.get(i + 1)).matches()) {
        String host = words.remove(i);
        return named(place, words, host, words.remove(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<FoundPeer> named(
      String place, List<String> rest, String host, String port) {
    FoundPeer found = new FoundPeer(place);
    if (rest.isEmpty() || rest.size() > 2 || !rest.stream().allMatch(AddressSearch::isAe)) {
      return Optional.empty();
    }
    String ae = rest.getLast();
    if (rest.size() == 2) {
      boolean isFirst = isUpper(rest.getFirst()) && !isUpper(rest.getLast());
      ae = isFirst ? rest.getFirst() : rest.getLast();
      found.name(isFirst ? rest.getLast() : rest.getFirst());
    }
    return Optional.of(found.address(ae, host, port));
  }

  static boolean isSurelyHost(String text) {
    String host = HostText.normalized(text);
    return IpText.isIp(host)
        || HostText.isLocalName(host)
        || (host.indexOf('.') > 0
            && host.chars().anyMatch(Character::isLetter)
            && HostText.faultOf(host) == null);
  }

  private static boolean isAe(String text) {
    return AE.matcher(text).matches() && AeTitle.faultOf(text) == null;
  }

  private static boolean isUpper(String text) {
    return text.chars().noneMatch(Character::isLowerCase);
  }
}
