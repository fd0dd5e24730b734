package org.echolot.check;

import java.util.UUID;

/**
 * IDs that are made of a text: the same text gives the same ID in every process. They tell apart
 * what nobody gave an ID; they keep nothing secret.
 */
public final class IdOfName {

  private static final long FIRST_FACTOR = 0x100_0000_01B3L;
  private static final long SECOND_FACTOR = 0x9E37_79B9_7F4A_7C15L;

  private IdOfName() {}

  /**
   * An ID of version 8, whose bits are ours to choose (RFC 9562 5.8). It is not {@link
   * UUID#nameUUIDFromBytes}, since that loads the security providers, which costs a command that
   * checks one peer 30 ms.
   *
   * @param space what the text is, so that the same text as something else gives another ID
   */
  public static UUID of(String space, String text) {
    String whole = space + '\0' + text;
    long high = (hash(whole, FIRST_FACTOR) & ~0xF000L) | 0x8000L;
    long low = (hash(whole, SECOND_FACTOR) >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  /** FNV-1a over the characters, and the last steps of SplitMix64, so that each bit counts. */
  private static long hash(String text, long factor) {
    long hash = 0xCBF2_9CE4_8422_2325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * factor;
    }
    hash = (hash ^ (hash >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return hash ^ (hash >>> 31);
  }
}
