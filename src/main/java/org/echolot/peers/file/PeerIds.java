package org.echolot.peers.file;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.echolot.check.IdOfName;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.echolot.json.ObjectFields;
import org.echolot.peers.PeerRules;
import org.jspecify.annotations.Nullable;

/**
 * The IDs of the peers in a file, with one for each peer that has none there: a file that was
 * written by hand or by an older version, which is not written anew just because it was read. Until
 * it is saved, its IDs are made of the names: so they are the same at each reading, and in each
 * Echolot that reads it, the window beside a command line, and what hangs on them holds when they
 * are written.
 *
 * <p>Tolerated: an ID that stands twice. A version that does not know IDs keeps them as it keeps
 * all that it does not know, and so writes it twice where its user duplicates a peer. The first
 * peer has it.
 */
final class PeerIds {

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Those that are taken, each with the number of the peer that has it. */
  private final Map<UUID, Integer> numbers = new HashMap<>();

  private boolean anyMade;

  /**
   * @param peers as the file has them; their IDs are not given to others
   */
  PeerIds(@Nullable JsonValue peers) {
    if (peers instanceof Arr array) {
      learn(array);
    }
  }

  private void learn(Arr peers) {
    for (int i = 0; i < peers.items().size(); i++) {
      JsonValue peer = peers.items().get(i);
      if (peer instanceof Obj object
          && object.fields().get("id") instanceof Text text
          && faultOf(text.value()) == null) {
        numbers.putIfAbsent(UUID.fromString(text.value()), i + 1);
      }
    }
  }

  /**
   * The ID of a peer.
   *
   * @param number its place in the file, from 1
   * @throws FaultException if it is no UUID
   */
  UUID of(ObjectFields peer, String name, int number) throws FaultException {
    String text = peer.text("id");
    if (text == null) {
      return made(name, number);
    }
    peer.require("id", faultOf(text));
    UUID id = UUID.fromString(text);
    return numbers.getOrDefault(id, number) == number ? id : made(name, number);
  }

  /** Whether a peer was given one that its file does not have. */
  boolean anyMade() {
    return anyMade;
  }

  /**
   * One that nobody has. A peer may have the ID that was made of its former name, which now is
   * another's.
   */
  private UUID made(String name, int number) {
    anyMade = true;
    String key = PeerRules.key(name);
    UUID id = IdOfName.of("peer", key);
    for (int i = 2; numbers.putIfAbsent(id, number) != null; i++) {
      id = IdOfName.of("peer " + i, key);
    }
    return id;
  }

  private static @Nullable String faultOf(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? null
        : "an ID is a UUID, as in 1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b; leave it out, and Echolot"
            + " creates one";
  }
}
