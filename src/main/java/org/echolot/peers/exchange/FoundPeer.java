package org.echolot.peers.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.echolot.check.Timeouts;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerRules;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.text.HostText;
import org.echolot.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a list says about a peer, as text, right or wrong. To be filled by one thread, and
 * then turned into a row. What is not set was not said.
 */
final class FoundPeer {

  private static final int MAX_NAME = 100;
  private static final int MAX_NOTES = 10_000;
  private static final Pattern NOT_IN_NAME = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");
  private static final Pattern PORT = Pattern.compile("\\d{1,9}");
  private static final Set<String> YES =
      Set.of("yes", "true", "1", "on", "tls", "y", "ja", "x", "oui", "si", "sí");

  private final String place;
  private final Set<PeerField> stated =
      EnumSet.of(PeerField.CALLED_AE, PeerField.HOST, PeerField.PORT);
  private final List<String> tags = new ArrayList<>();
  private String name = "";
  private String calledAe = "";
  private String host = "";
  private String port = "";
  private @Nullable String callingAe;
  private @Nullable PeerTls tls;
  private @Nullable Duration connect;
  private @Nullable Duration tlsTimeout;
  private @Nullable Duration associate;
  private @Nullable Duration echo;
  private @Nullable Duration release;
  private @Nullable String source;
  private String notes = "";

  FoundPeer(String place) {
    this.place = place;
  }

  FoundPeer name(@Nullable String value) {
    String text = value == null ? "" : PastedText.trim(NOT_IN_NAME.matcher(value).replaceAll(" "));
    if (!text.isEmpty()) {
      int length = text.codePointCount(0, text.length());
      name = length <= MAX_NAME ? text : text.substring(0, text.offsetByCodePoints(0, MAX_NAME));
      stated.add(PeerField.NAME);
    }
    return this;
  }

  FoundPeer address(
      @Nullable String aeTitle, @Nullable String hostText, @Nullable String portText) {
    calledAe = trimmed(aeTitle);
    host = trimmed(hostText);
    port = trimmed(portText);
    return this;
  }

  /** Blank: no own title. */
  FoundPeer callingAe(@Nullable String value) {
    callingAe = trimmed(value);
    stated.add(PeerField.CALLING_AE);
    return this;
  }

  FoundPeer tls(boolean on) {
    tls = on ? PeerTls.DEFAULT : null;
    stated.add(PeerField.TLS);
    return this;
  }

  /** A word for yes or no, as people write it. */
  FoundPeer tlsWord(String word) {
    return tls(YES.contains(PastedText.trim(word).toLowerCase(Locale.ROOT)));
  }

  /** Times out of range are as if they were not said. */
  FoundPeer timeouts(
      @Nullable Duration ofConnect,
      @Nullable Duration ofTls,
      @Nullable Duration ofAssociate,
      @Nullable Duration ofEcho,
      @Nullable Duration ofRelease) {
    connect = inRange(ofConnect);
    tlsTimeout = inRange(ofTls);
    associate = inRange(ofAssociate);
    echo = inRange(ofEcho);
    release = inRange(ofRelease);
    stated.add(PeerField.TIMEOUTS);
    return this;
  }

  FoundPeer tags(List<String> values) {
    values.stream()
        .map(value -> PastedText.trim(NOT_IN_NAME.matcher(value).replaceAll(" ")))
        .filter(value -> !value.isEmpty() && PeerRules.tagsFault(List.of(value)) == null)
        .forEach(tags::add);
    stated.add(PeerField.TAGS);
    return this;
  }

  FoundPeer notes(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    notes = text.length() <= MAX_NOTES ? text : text.substring(0, MAX_NOTES);
    stated.add(PeerField.NOTES);
    return this;
  }

  /** Blank: any that fits. */
  FoundPeer source(@Nullable String value) {
    source = trimmed(value).isEmpty() ? null : trimmed(value);
    stated.add(PeerField.SOURCE);
    return this;
  }

  /** The row that this is: a peer, or what is wrong. */
  ImportedRow row() {
    String fault = fault();
    if (fault != null) {
      return new ImportedRow.Unreadable(place, RowCollector.plain(named() + fault));
    }
    String own = callingAe;
    Peer peer =
        new Peer(
            UUID.randomUUID(),
            name.isEmpty() ? new AeTitle(calledAe).value() : name,
            new AeTitle(calledAe),
            host,
            Integer.parseInt(port),
            own == null || own.isEmpty() ? null : new AeTitle(own),
            List.copyOf(new LinkedHashSet<>(tags)),
            notes,
            new PeerTimeouts(connect, tlsTimeout, associate, echo, release),
            tls,
            null,
            source,
            RawFields.NONE);
    return new ImportedRow.Read(place, peer, stated);
  }

  private String named() {
    return name.isEmpty() ? "" : RowCollector.quoted(name) + ": ";
  }

  private @Nullable String fault() {
    String fault = AeTitle.faultOf(calledAe);
    if (fault == null) {
      fault = HostText.faultOf(host);
    }
    if (fault == null) {
      fault = portFault();
    }
    String own = callingAe;
    if (fault == null && own != null && !own.isEmpty()) {
      fault = AeTitle.faultOf(own);
    }
    if (fault == null && source != null) {
      fault = PeerRules.sourceFault(source);
    }
    return fault;
  }

  private @Nullable String portFault() {
    if (port.isEmpty()) {
      return "The port is missing.";
    }
    return PORT.matcher(port).matches()
        ? PeerRules.portFault(Integer.parseInt(port))
        : RowCollector.quoted(port) + " is not a port: a number from 1 to 65535.";
  }

  private static @Nullable Duration inRange(@Nullable Duration time) {
    return time == null || !time.isPositive() || time.compareTo(Timeouts.MAX) > 0 ? null : time;
  }

  private static String trimmed(@Nullable String text) {
    return text == null ? "" : PastedText.trim(text);
  }
}
