package org.echolot.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts from advice what a success with the same settings has ruled out. Pure. */
final class BlamedSettings {

  /** Steps that doubt an address, a port or a title, as causes.properties has them. */
  private static final Pattern BLAMES =
      Pattern.compile(
          "(?:If it is not, c|C)heck the (?:spelling|port|address and the"
              + " port|address:|address(?:es)? of|subnet mask).*|Check that \\d+ is (?:the DICOM|a"
              + " TLS|the port for).*|Check that the service listens on more than.*|Check that \\S+"
              + " is .*, as it is set.*|Check that the \\d+ addresses of .* are right\\.|Check that"
              + " \".*\" is the name of a host.*|Check that the peer runs on this computer.*|(?:Do"
              + " not use|Use) the (?:DICOM )?port(?: of|,| instead) .*|Ask the peer's"
              + " administrator for the host and the (?:DICOM )?port .*|Ask the peer's"
              + " administrator for the port of DICOM.*|Ask the peer's administrator for the AE"
              + " title that .*|Call from another address of this computer .*|If we are registered"
              + " with another address of .*|If \".*\" is right, ask whether it is set up on .*|Ask"
              + " whether \".*\" is registered with .*|If the name is right, ask the network team"
              + " to add .*|If it is, ask the network team to add its address .*");

  /** What follows a step of that kind, and is to stand alone. */
  private static final Pattern FOLLOWS =
      Pattern.compile(
          "If (?:it is right|that is right|it is|the name is right|both are right|\\S+ is"
              + " right|these are right), (.)(.*)");

  private static final Pattern DOUBTS_ADDRESS =
      Pattern.compile(
          "Check (?:that the address is right,? and |the address, and "
              + "|that the \\d+ addresses of .* are right, and )(that .*)");

  private static final Pattern DOUBTS_AND_ASKS =
      Pattern.compile("Check that \\S+ is the peer's address, and a(sk .*)");

  private static final String AND_PORT = " If it fails again, check that ";

  private static final Pattern TRIES_ADDRESS =
      Pattern.compile("(?:Try|Use) the IP address (?:instead|of the peer|until).*");

  private static final Pattern ASKS_IF_ON =
      Pattern.compile("Check that the (?:host|peer) is switched on(?: and connected)?.*");

  private static final String ASKS_IF_RUNNING =
      "Ask the peer's administrator whether the DICOM service is running, and on which address";

  private BlamedSettings() {}

  /** The rest of the advice without what the first steps ask already. */
  static List<String> notAsked(List<String> first, List<String> rest) {
    boolean off = first.stream().anyMatch(step -> step.contains("switched off"));
    boolean stopped = first.stream().anyMatch(step -> step.contains("stopped or restarted"));
    return rest.stream()
        .filter(step -> !(off && ASKS_IF_ON.matcher(step).matches()))
        .filter(step -> !(stopped && step.startsWith(ASKS_IF_RUNNING)))
        .toList();
  }

  /**
   * The rest of the advice, each step a whole one.
   *
   * @param address what the peer's name meant when it last worked; null: not known, or no name
   * @param tls whether a certificate has to name the peer
   */
  static List<String> cutFrom(List<String> advice, @Nullable String address, boolean tls) {
    List<String> kept = new ArrayList<>();
    boolean cut = false;
    for (String step : advice) {
      if (BLAMES.matcher(step).matches()) {
        cut = true;
        continue;
      }
      Matcher follows = FOLLOWS.matcher(step);
      if (cut && follows.matches()) {
        kept.add(follows.group(1).toUpperCase(Locale.ROOT) + follows.group(2));
        continue;
      }
      cut = false;
      kept.add(plain(step, address, tls));
    }
    return kept;
  }

  private static String plain(String step, @Nullable String address, boolean tls) {
    if (address != null && TRIES_ADDRESS.matcher(step).matches()) {
      return "Use "
          + address
          + (tls ? " as the host, and the name as the server name," : " as the host")
          + " until the name is found again: it had this address when it last worked.";
    }
    Matcher doubts = DOUBTS_ADDRESS.matcher(step);
    if (doubts.matches()) {
      return "Check " + doubts.group(1);
    }
    Matcher asks = DOUBTS_AND_ASKS.matcher(step);
    if (asks.matches()) {
      return "A" + asks.group(1);
    }
    int port = step.indexOf(AND_PORT);
    return port < 0 || !step.contains("DICOM port") ? step : step.substring(0, port);
  }
}
