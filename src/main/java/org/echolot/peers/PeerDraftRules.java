package org.echolot.peers;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.text.DurationText;
import org.echolot.text.HostText;
import org.echolot.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a {@link PeerDraft}. Text that was not touched since the draft was made from a
 * peer stands for what the peer has, which the text may not show in full (a tag with a comma).
 */
final class PeerDraftRules {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{10,}");

  private final PeerDraft draft;
  private final Optional<Untouched> untouched;

  /** The peer that is edited, and the draft as it was before the user typed. */
  private record Untouched(Peer peer, PeerDraft draft) {}

  PeerDraftRules(PeerDraft draft) {
    this.draft = draft;
    untouched = draft.original().map(peer -> new Untouched(peer, PeerDraft.editing(peer)));
  }

  Map<Field, String> faults(Collection<String> takenNames) {
    Map<Field, String> faults = new EnumMap<>(Field.class);
    put(faults, Field.NAME, nameFault(takenNames));
    put(faults, Field.CALLED_AE, aeFault(draft.calledAe()));
    put(faults, Field.HOST, HostText.faultOf(PastedText.trim(draft.host())));
    put(faults, Field.PORT, portFault());
    if (!PastedText.trim(draft.callingAe()).isEmpty()) {
      put(faults, Field.CALLING_AE, aeFault(draft.callingAe()));
    }
    put(faults, Field.TAGS, PeerRules.tagsFault(tags()));
    String watch = PastedText.trim(draft.watch());
    put(faults, Field.WATCH, watch.isEmpty() ? null : PeerWatch.textFault(watch));
    faults.putAll(draft.tls().faults());
    faults.putAll(draft.userIdentity().faults());
    String source = PastedText.trim(draft.source());
    put(faults, Field.SOURCE, source.isEmpty() ? null : PeerRules.sourceFault(source));
    String proxy = PastedText.trim(draft.proxy());
    put(faults, Field.PROXY, proxy.isEmpty() ? null : PeerProxy.faultOf(proxy));
    put(faults, Field.CONNECT_TIMEOUT, timeFault(draft.connectTimeout()));
    put(faults, Field.TLS_TIMEOUT, timeFault(draft.tlsTimeout()));
    put(faults, Field.ASSOCIATE_TIMEOUT, timeFault(draft.associateTimeout()));
    put(faults, Field.ECHO_TIMEOUT, timeFault(draft.echoTimeout()));
    put(faults, Field.RELEASE_TIMEOUT, timeFault(draft.releaseTimeout()));
    return faults;
  }

  /** The peer, if there are no faults. */
  Peer peer() {
    String callingAe = PastedText.trim(draft.callingAe());
    String source = PastedText.trim(draft.source());
    String proxy = PastedText.trim(draft.proxy());
    String watch = PastedText.trim(draft.watch());
    return new Peer(
        draft.id(),
        PastedText.trim(draft.name()),
        new AeTitle(PastedText.trim(draft.calledAe())),
        HostText.normalized(PastedText.trim(draft.host())),
        Integer.parseInt(PastedText.trim(draft.port())),
        callingAe.isEmpty() ? null : new AeTitle(callingAe),
        tags(),
        draft.notes(),
        timeouts(),
        draft.tls().toPeerTls(),
        draft.userIdentity().toPeerUserIdentity(),
        source.isEmpty() ? null : source,
        watch.isEmpty() ? null : new PeerWatch(DurationText.parse(watch)),
        proxy.isEmpty() ? null : PeerProxy.parse(proxy),
        untouched.map(as -> as.peer().raw()).orElse(RawFields.NONE));
  }

  private static void put(Map<Field, String> faults, Field field, @Nullable String fault) {
    if (fault != null) {
      faults.put(field, fault);
    }
  }

  private @Nullable String nameFault(Collection<String> takenNames) {
    String name = PastedText.trim(draft.name());
    String fault = PeerRules.nameFault(name);
    if (fault != null) {
      return fault;
    }
    String key = PeerRules.key(name);
    if (untouched.filter(as -> PeerRules.key(as.peer().name()).equals(key)).isPresent()) {
      return null;
    }
    return takenNames.stream()
        .filter(taken -> PeerRules.key(taken).equals(key))
        .findFirst()
        .map(taken -> "There is a peer named \"" + taken + "\" already.")
        .orElse(null);
  }

  private static @Nullable String aeFault(String text) {
    String trimmed = PastedText.trim(text);
    return AeTitle.faultOf(trimmed.isEmpty() ? text : trimmed);
  }

  private @Nullable String portFault() {
    String port = PastedText.trim(draft.port());
    if (port.isEmpty()) {
      return "A port is needed: a number from 1 to 65535; DICOM's are 104 and 11112.";
    }
    if (LONG_NUMBER.matcher(port).matches()) {
      return "That is too high: a port is from 1 to 65535.";
    }
    if (!DIGITS.matcher(port).matches()) {
      return "A port contains only digits, as in 104 or 11112.";
    }
    return PeerRules.portFault(Integer.parseInt(port));
  }

  private static @Nullable String timeFault(String text) {
    String trimmed = PastedText.trim(text);
    return trimmed.isEmpty() ? null : DurationText.faultOf(trimmed);
  }

  private List<String> tags() {
    return untouched
        .filter(as -> as.draft().tags().equals(draft.tags()))
        .map(as -> as.peer().tags())
        .orElseGet(
            () ->
                Arrays.stream(draft.tags().split(",", -1))
                    .map(PastedText::trim)
                    .filter(tag -> !tag.isEmpty())
                    .distinct()
                    .toList());
  }

  private PeerTimeouts timeouts() {
    return new PeerTimeouts(
        time(draft.connectTimeout()),
        time(draft.tlsTimeout()),
        time(draft.associateTimeout()),
        time(draft.echoTimeout()),
        time(draft.releaseTimeout()));
  }

  private static @Nullable Duration time(String text) {
    String trimmed = PastedText.trim(text);
    return trimmed.isEmpty() ? null : DurationText.parse(trimmed);
  }
}
