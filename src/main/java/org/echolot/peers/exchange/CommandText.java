package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.text.HostText;
import org.jspecify.annotations.Nullable;

/**
 * A command line of DCMTK, pynetdicom, dcm4che or dicom-rs, as people paste it, with a prompt or
 * the path of the program or neither.
 */
final class CommandText {

  private static final Set<String> PROGRAMS =
      Set.of(
          "echoscu",
          "storescu",
          "findscu",
          "movescu",
          "getscu",
          "termscu",
          "dcmsend",
          "stgcmtscu",
          "dicom-echoscu",
          "dicom-storescu",
          "dicom-findscu",
          "dicom-movescu");
  private static final Set<String> CALLED =
      Set.of("-aec", "--call", "--called-aet", "--called-ae-title");
  private static final Set<String> CALLING =
      Set.of("-aet", "--aetitle", "--calling-aet", "--calling-ae-title", "-b", "--bind");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern PROGRAM_FILE = Pattern.compile("(?:.*[/\\\\])?([^/\\\\]+)");
  private static final Pattern TLS =
      Pattern.compile("\\+tl[sa]|--(?:enable|anonymous)-tls|--tls[a-z0-9-]*");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern CONNECT =
      Pattern.compile("([^@]{1,40})@" + AddressSearch.HOST + ":(\\d{1,5})");

  /** What DCMTK and pynetdicom call where nobody says whom. */
  private static final String DEFAULT_CALLED = "ANY-SCP";

  private CommandText() {}

  static Optional<FoundPeer> in(String place, String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    for (int i = 0; i < words.size(); i++) {
      if (isProgram(words.get(i))) {
        return arguments(place, words.subList(i + 1, words.size()));
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(String word) {
    Matcher file = PROGRAM_FILE.matcher(word.toLowerCase(Locale.ROOT));
    return file.matches()
        && PROGRAMS.contains(file.group(1).replaceFirst("\\.(?:exe|bat|sh|py)$", ""));
  }

  private static Optional<FoundPeer> arguments(String place, List<String> words) {
    @Nullable String called = null;
    @Nullable String calling = null;
    @Nullable String host = null;
    @Nullable String port = null;
    boolean isTls = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      Matcher connect = CONNECT.matcher(word);
      if (TLS.matcher(word).matches()) {
        isTls = true;
      } else if (CALLED.contains(word)) {
        called = next;
        i++;
      } else if (CALLING.contains(word)) {
        calling = next.replaceFirst("[@:].*", "");
        i++;
      } else if (connect.matches()) {
        called = connect.group(1);
        host = connect.group(2);
        port = connect.group(3);
      } else if (host == null && isHost(word) && PORT.matcher(next).matches()) {
        host = word;
        port = next;
        i++;
      }
    }
    if (host == null) {
      return Optional.empty();
    }
    FoundPeer found =
        new FoundPeer(place).address(called == null ? DEFAULT_CALLED : called, host, port);
    if (calling != null && !calling.isBlank()) {
      found.callingAe(calling);
    }
    return Optional.of(isTls ? found.tls(true) : found);
  }

  private static boolean isHost(String word) {
    return !word.startsWith("-")
        && !word.startsWith("+")
        && !PORT.matcher(word).matches()
        && HostText.faultOf(word) == null;
  }
}
