package org.echolot.peers.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.Utf8Text;
import org.echolot.files.Utf8Text.NotUtf8Exception;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonDocument.Position;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.ObjectFields;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerRules;
import org.echolot.peers.UnreadPeer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a book from the bytes of a peers file. A file of this version, or older, must be right in
 * every field that this version knows; a peer that is not is kept apart, and the others are read.
 * Of a newer file, what is not understood is left out.
 */
final class PeersReader {

  /** The longest file that is read. */
  static final int MAX_BYTES = 32 << 20;

  private final JsonDocument document;
  private final ObjectFields file;
  private final boolean isNewer;
  private final PeerIds ids;
  private final List<UnreadPeer> unread = new ArrayList<>();

  /**
   * A book, and the version of the format that it is written in.
   *
   * @param version more than {@link PeersWriter#VERSION} if the book may not be whole
   */
  record Content(PeerBook book, int version) {}

  private PeersReader(JsonDocument document) throws FaultException {
    this.document = document;
    file = ObjectFields.of(document, document.root(), "a peers file", "");
    isNewer = version() > PeersWriter.VERSION;
    ids = new PeerIds(file.value("peers"));
  }

  /**
   * @throws FaultException if this is no peers file, or if something in it is wrong
   */
  static Content read(byte[] bytes) throws FaultException {
    if (bytes.length > MAX_BYTES) {
      throw new FaultException(
          Position.START, "the file is longer than " + (MAX_BYTES >> 20) + " MiB");
    }
    PeersReader reader;
    try {
      reader = new PeersReader(JsonDocument.read(Utf8Text.decode(bytes)));
    } catch (NotUtf8Exception e) {
      throw new FaultException(new Position(e.line(), e.column()), e.problem());
    }
    return new Content(reader.book(), reader.version());
  }

  private int version() throws FaultException {
    Long version = file.integer("version");
    if (version == null) {
      return 1;
    }
    boolean isVersion = version >= 1 && version <= Integer.MAX_VALUE;
    file.require("version", isVersion ? null : "there is no version " + version);
    return version.intValue();
  }

  private PeerBook book() throws FaultException {
    AeTitle callingAe = callingAe();
    List<Peer> peers = peers();
    PeerBook book = new PeerBook(callingAe, peers, unread, RawFields.NONE);
    RawFields raw = new RawFields(FileFields.BOOK, file.object(), asWritten(book));
    return new PeerBook(callingAe, peers, unread, raw);
  }

  /** What this version would write for what it read. With IDs that were made, the list is new. */
  private Obj asWritten(PeerBook book) {
    Obj known = PeersWriter.known(book);
    return ids.anyMade() ? known.without("peers") : known;
  }

  private AeTitle callingAe() throws FaultException {
    try {
      String callingAe = file.text("callingAe");
      return callingAe == null
          ? PeerBook.DEFAULT_CALLING_AE
          : PeerFields.aeTitle(file, "callingAe", callingAe);
    } catch (FaultException e) {
      if (isNewer) {
        return PeerBook.DEFAULT_CALLING_AE;
      }
      throw e;
    }
  }

  private List<Peer> peers() throws FaultException {
    JsonValue value = isNewer ? file.value("peers") : file.required("peers");
    if (!(value instanceof Arr array)) {
      if (isNewer || value == null) {
        return List.of();
      }
      throw file.wrongType(value, "peers", "a list");
    }
    List<Peer> peers = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < array.items().size(); i++) {
      try {
        peers.add(peer(array.items().get(i), i + 1, numbers));
      } catch (FaultException e) {
        if (!isNewer) {
          unread.add(unread(array.items().get(i), i + 1, e));
        }
      }
    }
    return peers;
  }

  private Peer peer(JsonValue value, int number, Map<String, Integer> numbers)
      throws FaultException {
    String place = ", at peer " + number;
    ObjectFields unnamed = ObjectFields.of(document, value, "a peer", place);
    String name = nameIn(value);
    if (name != null) {
      place += " (\"" + name + "\")";
    }
    Peer peer = PeerFields.peer(new ObjectFields(document, unnamed.object(), place), ids, number);
    Integer other = numbers.putIfAbsent(PeerRules.key(peer.name()), number);
    new ObjectFields(document, unnamed.object(), place)
        .require("name", other == null ? null : "peer " + other + " has this name");
    return peer;
  }

  private static UnreadPeer unread(JsonValue value, int number, FaultException fault) {
    return new UnreadPeer(
        number,
        nameIn(value),
        fault.position().line(),
        fault.position().column(),
        Objects.requireNonNullElse(fault.getMessage(), "it can't be read"),
        value);
  }

  /** What a peer calls itself, fit for one line; null: nothing. */
  private static @Nullable String nameIn(JsonValue peer) {
    return peer instanceof Obj object
            && object.fields().get("name") instanceof JsonValue.Text name
            && !name.value().isBlank()
        ? shown(name.value())
        : null;
  }

  private static String shown(String name) {
    String line = name.strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    return line.length() <= 60 ? line : line.substring(0, 59) + "…";
  }
}
