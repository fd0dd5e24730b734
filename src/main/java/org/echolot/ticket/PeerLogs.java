package org.echolot.ticket;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.check.diagnosis.CheckConditions;
import org.echolot.check.diagnosis.PeerSoftware;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/** Knows what well-known servers write into their logs about what we saw. Immutable. */
final class PeerLogs {

  /** The servers that it knows, and all others. */
  static final List<String> SERVERS = List.of("Orthanc", "DCMTK", "dcm4che", "Other");

  private static final String ALL_OTHERS = "Other";

  /** What the key {@code CAUSE.none} says: why no server logs anything about that. */
  private static final String NOTHING = "none";

  /** What the key {@code CAUSE.variant.like} says: whose texts hold for it, too. */
  private static final String LIKE = "like";

  /** How a line begins that holds where we sent no header of the PROXY protocol. */
  private static final String WITHOUT_HEADER = "[!proxy-header] ";

  private static final String RESOURCE = "peer-logs.properties";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** A line of a log. */
  private static final Pattern QUOTED = Pattern.compile("«(.*?)»");

  /** What to look for in the log of one server. */
  record Hint(String server, List<String> lines) {}

  private final Properties texts;

  private PeerLogs(Properties texts) {
    this.texts = texts;
  }

  static PeerLogs load() {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(PeerLogs.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PeerLogs(texts);
  }

  /** All keys, for a test. */
  List<String> keys() {
    return texts.stringPropertyNames().stream().sorted().toList();
  }

  /** The same of a peer that announced only what it did in this check. */
  List<Hint> hints(CheckResult result) {
    return hints(result, result.negotiated());
  }

  /**
   * A hint for each server of which something is known for what the result means, and that the peer
   * may be.
   *
   * @param announced what it said of itself, now or when it last worked; null: nothing
   */
  List<Hint> hints(CheckResult result, @Nullable Negotiated announced) {
    List<Hint> hints = new ArrayList<>();
    if (whyNothing(result) != null) {
      return hints;
    }
    for (String server : serversOf(announced)) {
      keys(result).stream()
          .map(key -> lines(key + "." + server, result))
          .filter(lines -> !lines.isEmpty())
          .findFirst()
          .ifPresent(
              lines ->
                  hints.add(
                      new Hint(
                          server.equals(ALL_OTHERS) ? "Other systems" : server,
                          lines.stream().map(PeerLogs::shown).toList())));
    }
    return together(hints);
  }

  /** The same with one hint for all servers of which the same is known. */
  private static List<Hint> together(List<Hint> hints) {
    Map<List<String>, String> servers = new LinkedHashMap<>();
    hints.forEach(hint -> servers.merge(hint.lines(), hint.server(), (a, b) -> a + ", " + b));
    return servers.entrySet().stream()
        .map(same -> new Hint(same.getValue(), same.getKey()))
        .toList();
  }

  /** Those that a peer may be that announces itself so. */
  private static List<String> serversOf(@Nullable Negotiated announced) {
    return switch (PeerSoftware.of(announced)) {
      case DCMTK -> List.of("Orthanc", "DCMTK");
      case DCM4CHE -> List.of("dcm4che");
      case PYNETDICOM, FO_DICOM, GDCM, CONQUEST, DICOM_RS -> List.of(ALL_OTHERS);
      // A product that has a name of its own has lines of its own, whatever it is made with.
      case OTHER -> List.of(ALL_OTHERS);
      case UNKNOWN -> SERVERS;
    };
  }

  /** Why there is nothing to look for; null if there is something. */
  @Nullable String whyNothing(CheckResult result) {
    return keys(result).stream()
        .map(key -> texts.getProperty(key + "." + NOTHING))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What the keys of its texts may begin with, the most particular first. */
  private List<String> keys(CheckResult result) {
    Cause cause = result.cause();
    List<String> keys = new ArrayList<>();
    if (cause == null) {
      return keys;
    }
    AssociateRj reject = result.reject();
    if (reject != null) {
      keys.add(cause + "." + reject.numbers().replace('/', '-'));
    }
    if (result.observed().variant() != null) {
      keys.add(cause + "." + result.observed().variant());
    }
    keys.add(cause + "." + result.stage());
    keys.add(cause.name());
    return keys.stream().map(key -> texts.getProperty(key + "." + LIKE, key)).toList();
  }

  /** The lines of logs that are quoted, of any cause and server, for a test. */
  List<String> quotedLines() {
    List<String> quoted = new ArrayList<>();
    for (String key : keys()) {
      QUOTED.matcher(texts.getProperty(key)).results().forEach(q -> quoted.add(q.group(1)));
    }
    return quoted;
  }

  /** The lines of logs that are quoted for a server of what the result means, for a test. */
  List<String> quotedLines(CheckResult result, String server) {
    return keys(result).stream()
        .map(key -> lines(key + "." + server, result))
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .flatMap(line -> QUOTED.matcher(line).results())
        .map(found -> found.group(1))
        .toList();
  }

  private List<String> lines(String key, CheckResult result) {
    List<String> lines = new ArrayList<>();
    String line = line(key, 1);
    for (int number = 2; line != null; number++) {
      boolean isOfHeader = line.startsWith(WITHOUT_HEADER);
      if (!isOfHeader || result.request().approach().proxyHeader() == null) {
        String text = isOfHeader ? line.substring(WITHOUT_HEADER.length()) : line;
        lines.add(filled(text, facts(result)));
      }
      line = line(key, number);
    }
    return lines;
  }

  /** A line of ours, with the lines of logs in quotes. */
  private static String shown(String line) {
    return QUOTED.matcher(line).replaceAll(PeerLogs::quoted);
  }

  /** In straight quotes; in single ones if the line has such quotes itself. */
  private static String quoted(MatchResult found) {
    String quote = found.group(1).contains("\"") ? "'" : "\"";
    return Matcher.quoteReplacement(quote + found.group(1) + quote);
  }

  private @Nullable String line(String key, int number) {
    return texts.getProperty(key + "." + number);
  }

  private static Map<String, String> facts(CheckResult result) {
    AssociateRj reject = result.reject();
    boolean here = CheckConditions.isHere(result.localAddress(), result.peerAddress());
    Map<String, String> facts = new HashMap<>();
    facts.put("rejection", reject == null ? "…" : Dcm4cheRejection.of(reject));
    facts.put("numbers", reject == null ? "these numbers" : reject.numbers());
    facts.put("calledAe", result.request().calledAe().value());
    facts.put("callingAe", result.request().callingAe().value());
    facts.put("address", address(result));
    InetSocketAddress peer = result.peerAddress();
    facts.put(
        "remote",
        peer == null || peer.getAddress() == null
            ? result.request().host()
            : AddressText.of(peer.getAddress()));
    facts.put("port", String.valueOf(result.request().port()));
    facts.put("between", here ? "a proxy or tunnel on the same computer" : "a device in between");
    // A proxy acknowledges for itself alone.
    boolean acknowledged =
        result.proxyAddress() == null && Objects.equals(result.observed().unacknowledgedBytes(), 0);
    boolean arrived = here || acknowledged;
    facts.put("lost", arrived ? "" : "our request was lost in transit, ");
    facts.put("orLost", arrived ? "" : ", or it was lost in transit");
    return facts;
  }

  /** Ours, as this computer sees it; through a proxy the peer sees the proxy's. */
  private static String address(CheckResult result) {
    InetSocketAddress proxy = result.proxyAddress();
    if (proxy != null && proxy.getAddress() != null) {
      return AddressText.of(proxy.getAddress()) + " (the proxy)";
    }
    InetSocketAddress local = result.localAddress();
    if (local != null && local.getAddress() != null) {
      return AddressText.of(local.getAddress());
    }
    Origin origin = result.observed().origin();
    return origin == null ? "our address" : AddressText.of(origin.address());
  }

  private static String filled(String line, Map<String, String> facts) {
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(facts.get(found.group(1)), found.group())));
  }
}
