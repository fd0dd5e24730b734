package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.text.HostText;
import org.echolot.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds peers whose parts have labels, in one line or several: {@code AE title: CT1}, {@code IP
 * 10.1.2.3}, {@code port 104}. Takes line after line, for one thread.
 */
final class LabelledText {

  private enum Part {
    NAME,
    CALLED_AE,
    CALLING_AE,
    HOST,
    PORT
  }

  private record Piece(int at, Part part, String value) {}

  private static final String LABEL_AE =
      "\\b((?:dvt|calling|local|our|own|source)[ _-]?)?(?:(?:sut|called|remote|peer|dicom)[ _-]?)?"
          + "(?:ae[ _-]?tit(?:le|el)|aet|ae|application (?:entity )?(?:name|title))(?![A-Za-z])";
  private static final Pattern AE_STRONG =
      Pattern.compile(
          "(?i)"
              + LABEL_AE
              + "[\\s.]{0,10}(?:(?:is|ist|lautet)?\\s{0,3}[:=]\\s{0,20}[\"'“„]?|[\"'“„])"
              + "([A-Za-z0-9_.-]{1,16})(?![A-Za-z0-9_.@-]*[@A-Za-z0-9_])");
  private static final Pattern AE_WEAK =
      Pattern.compile(
          "(?i:"
              + LABEL_AE
              + "\\s{1,20}(?:is|ist|lautet)?)\\s{0,3}([A-Z0-9_-]{2,16})(?![A-Za-z0-9_@.-]*[A-Za-z0-9@])");
  private static final Pattern HOST_LABEL =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])(?:sut-)?(?:host(?:[ -]?name)?|ip(?:[ -]?v[46])?(?:["
              + " -]?addr(?:ess|esse|\\.)?)?"
              + "|address|adresse|server|rechner(?:name)?|fqdn)(?![A-Za-z0-9.-])"
              + "\\s{0,10}(?:is|ist|lautet)?\\s{0,3}([:=\"']?)\\s{0,20}[\"']?"
              + AddressSearch.HOST
              + "(?::(\\d{1,5}))?(?![A-Za-z0-9])");
  private static final Pattern BARE_IP =
      Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?::(\\d{1,5}))?(?![\\d])");
  private static final Pattern BARE_NAME =
      Pattern.compile(
          "(?<![A-Za-z0-9._@/-])([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}):(\\d{1,5})(?!\\d)");
  private static final Pattern PORT =
      Pattern.compile(
          "(?i)(?<![A-Za-z])(?:tcp|dicom|sut)?[ /-]?port(?:[ -]?(?:number|nummer|no\\.?|nr\\.?))?"
              + "\\s{0,10}(?:is|ist|lautet)?[\\s:=\"']{0,20}(\\d{1,5})(?!\\d)");
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)^(?:peer |system |device |station"
              + " )?(?:name|description|system|device|modality|modalität|gerät"
              + "|bezeichnung|station)\\s{0,10}[:=]\\s{0,10}(\\S.{0,99})$");

  private @Nullable String name;
  private @Nullable String calledAe;
  private @Nullable String callingAe;
  private @Nullable String host;
  private @Nullable String port;

  /** The peers that are whole with this line. */
  List<FoundPeer> take(String place, String line) {
    List<Piece> pieces = new ArrayList<>();
    Matcher named = NAME.matcher(line);
    if (named.find()) {
      pieces.add(new Piece(0, Part.NAME, named.group(1)));
    }
    for (Pattern pattern : List.of(AE_STRONG, AE_WEAK)) {
      Matcher ae = pattern.matcher(line);
      while (ae.find()) {
        Part part = ae.group(1) == null ? Part.CALLED_AE : Part.CALLING_AE;
        pieces.add(new Piece(ae.start(), part, ae.group(2)));
      }
    }
    hosts(line, pieces);
    Matcher ports = PORT.matcher(line);
    while (ports.find()) {
      pieces.add(new Piece(ports.start(), Part.PORT, ports.group(1)));
    }
    pieces.sort(Comparator.comparingInt(Piece::at));
    List<FoundPeer> found = new ArrayList<>();
    for (Piece piece : pieces) {
      put(piece);
      if (calledAe != null && host != null && port != null) {
        found.add(whole(place));
      }
    }
    return found;
  }

  private static void hosts(String line, List<Piece> pieces) {
    Matcher labelled = HOST_LABEL.matcher(line);
    while (labelled.find()) {
      boolean isStrong = !labelled.group(1).isEmpty();
      String value = labelled.group(2);
      if (AddressSearch.isSurelyHost(value)
          || (isStrong && HostText.faultOf(value) == null && !value.matches("\\d+"))) {
        host(labelled.start(), value, labelled.group(3), pieces);
      }
    }
    for (Pattern pattern : List.of(BARE_IP, BARE_NAME)) {
      Matcher bare = pattern.matcher(line);
      while (bare.find()) {
        if (AddressSearch.isSurelyHost(bare.group(1)) && !bare.group(1).equals("0.0.0.0")) {
          host(bare.start(), bare.group(1), bare.group(2), pieces);
        }
      }
    }
  }

  private static void host(int at, String value, @Nullable String port, List<Piece> pieces) {
    if (pieces.stream().anyMatch(p -> p.part() == Part.HOST && p.value().equals(value))) {
      return;
    }
    pieces.add(new Piece(at, Part.HOST, value));
    if (port != null) {
      pieces.add(new Piece(at + 1, Part.PORT, port));
    }
  }

  private void put(Piece piece) {
    String value = PastedText.trim(piece.value());
    switch (piece.part()) {
      case NAME -> name = value;
      case CALLED_AE -> calledAe = value;
      case CALLING_AE -> callingAe = value;
      case HOST -> host = value;
      case PORT -> port = value;
    }
  }

  private FoundPeer whole(String place) {
    FoundPeer found = new FoundPeer(place).name(name).address(calledAe, host, port);
    if (callingAe != null) {
      found.callingAe(callingAe);
    }
    name = null;
    calledAe = null;
    callingAe = null;
    host = null;
    port = null;
    return found;
  }
}
