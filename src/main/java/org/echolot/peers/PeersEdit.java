package org.echolot.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.echolot.peers.PeerDraft.Field;
import org.jspecify.annotations.Nullable;

/**
 * What several peers are to have alike, as a user types it. Immutable.
 *
 * @param texts what all get, by field, each of {@link #FIELDS}; a blank one is what a blank field
 *     of a {@link PeerDraft} is. A field that is not in it stays as each peer has it
 * @param addedTags tags that all get besides their own, separated by commas
 * @param removedTags tags that none keeps, whatever their case
 * @param tls whether all use TLS; null: as each peer has it. Where it is turned on, a peer that had
 *     it already keeps its own settings
 */
public record PeersEdit(
    Map<Field, String> texts, String addedTags, String removedTags, @Nullable Boolean tls) {

  /** What can be typed for several peers at once, in the order of a form. */
  public static final List<Field> FIELDS =
      List.of(
          Field.CALLING_AE,
          Field.WATCH,
          Field.CONNECT_TIMEOUT,
          Field.TLS_TIMEOUT,
          Field.ASSOCIATE_TIMEOUT,
          Field.ECHO_TIMEOUT,
          Field.RELEASE_TIMEOUT);

  /**
   * @throws IllegalArgumentException if a field can't be the same for several peers
   */
  public PeersEdit {
    if (!FIELDS.containsAll(texts.keySet())) {
      throw new IllegalArgumentException("not for several peers: " + texts.keySet());
    }
    texts = Map.copyOf(texts);
  }

  /** One that leaves the tags as they are. */
  public PeersEdit(Map<Field, String> texts, @Nullable Boolean tls) {
    this(texts, "", "", tls);
  }

  /** The tags of {@code peers}, each with how many have it, the most frequent first. */
  public static SequencedMap<String, Integer> tagsOf(List<Peer> peers) {
    Map<String, Integer> counts = new TreeMap<>();
    peers.forEach(peer -> peer.tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
    SequencedMap<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** What all of {@code peers} have in a field, as text; empty where they differ. */
  public static Optional<String> common(List<Peer> peers, Field field) {
    Set<String> found = new HashSet<>();
    peers.forEach(peer -> found.add(PeerDraft.editing(peer).text(field)));
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** Whether all of {@code peers} use TLS, or none does; empty where they differ. */
  public static Optional<Boolean> commonTls(List<Peer> peers) {
    long with = peers.stream().filter(peer -> peer.tls() != null).count();
    return with == 0 || with == peers.size() ? Optional.of(with > 0) : Optional.empty();
  }

  /** Whether nothing would change. */
  public boolean isNothing() {
    return texts.isEmpty() && tls == null && addedTags.isBlank() && removedTags.isBlank();
  }

  /** What is wrong, in plain words, by field; empty if nothing is. */
  public Map<Field, String> faults(List<Peer> peers) {
    Map<Field, String> faults = new EnumMap<>(Field.class);
    peers.forEach(peer -> draft(peer).faults(List.of()).forEach(faults::putIfAbsent));
    return faults;
  }

  /**
   * A peer after this edit.
   *
   * @throws IllegalStateException if {@link #faults} is not empty
   */
  public Peer appliedTo(Peer peer) {
    return draft(peer).toPeer(List.of());
  }

  private PeerDraft draft(Peer peer) {
    PeerDraft was = PeerDraft.editing(peer);
    return new PeerDraft(
        was.id(),
        was.name(),
        was.calledAe(),
        was.host(),
        was.port(),
        text(was, Field.CALLING_AE),
        tags(peer, was.tags()),
        was.notes(),
        text(was, Field.WATCH),
        was.source(),
        was.proxy(),
        text(was, Field.CONNECT_TIMEOUT),
        text(was, Field.TLS_TIMEOUT),
        text(was, Field.ASSOCIATE_TIMEOUT),
        text(was, Field.ECHO_TIMEOUT),
        text(was, Field.RELEASE_TIMEOUT),
        tls == null ? was.tls() : was.tls().withOn(tls),
        was.userIdentity(),
        was.original());
  }

  private String tags(Peer peer, String before) {
    if (addedTags.isBlank() && removedTags.isBlank()) {
      return before;
    }
    List<String> removed = split(removedTags);
    List<String> tags = new ArrayList<>(peer.tags());
    tags.removeIf(tag -> removed.stream().anyMatch(tag::equalsIgnoreCase));
    split(addedTags).stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    return String.join(", ", tags);
  }

  private static List<String> split(String tags) {
    return Arrays.stream(tags.split(",", -1))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  private String text(PeerDraft was, Field field) {
    return texts.getOrDefault(field, was.text(field));
  }
}
