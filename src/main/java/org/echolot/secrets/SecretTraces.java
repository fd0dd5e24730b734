package org.echolot.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a secret of ours in what comes from a peer: as it is, in upper or lower case, reversed, in
 * hex with and without a separator, in Base64 of any alignment, as in a URL, in UTF-16; all of it,
 * or a piece of it: five characters of a passcode, eight bytes of a long token or of what is
 * written otherwise.
 *
 * <p>A secret of up to three bytes is not looked for: it stands in any answer by chance, and what
 * is struck out of a well-known text is told by that. For the same reason what is said openly, such
 * as a UID or an AE title of the request, is no trace. Immutable; safe for use by any thread.
 */
public final class SecretTraces {

  /** There is no secret. */
  public static final SecretTraces NONE = new SecretTraces(new TreeMap<>());

  /** Fewer bytes stand in any answer by chance, and give nothing away. */
  public static final int LEAST = 4;

  /** The longest trace. It fits a long. */
  public static final int MOST = Long.BYTES;

  /** So many bytes of a passcode are a trace; words of a token would come up by chance. */
  private static final int PIECE = 5;

  /** What is longer is a token rather than a passcode. */
  private static final int LONGEST_PASSCODE = 64;

  private static final int LAST_TWO_BYTES = 0xFFFF;

  private static final char MASK = '*';

  /** By their length, runs of bytes that are a trace, as numbers and in their order. */
  private final SortedMap<Integer, long[]> runs;

  /** The last two bytes of each of them. */
  private final BitSet endings = new BitSet(LAST_TWO_BYTES + 1);

  private SecretTraces(SortedMap<Integer, long[]> runs) {
    this.runs = runs;
    for (long[] keys : runs.values()) {
      for (long key : keys) {
        endings.set((int) key & LAST_TWO_BYTES);
      }
    }
  }

  /**
   * @param secret as it is sent
   * @param open what is no secret, though a part of the secret may stand in it
   */
  public static SecretTraces of(byte[] secret, List<byte[]> open) {
    if (secret.length < LEAST) {
      return NONE;
    }
    SortedMap<Integer, long[]> runs = new TreeMap<>();
    int piece = secret.length > LONGEST_PASSCODE ? MOST : PIECE;
    for (byte[] spelling : SecretSpellings.characters(secret)) {
      add(spelling, piece, runs);
    }
    for (byte[] spelling : SecretSpellings.encodings(secret)) {
      add(spelling, MOST, runs);
    }
    runs.replaceAll((length, all) -> withoutOpen(sorted(all), length, open));
    return new SecretTraces(runs);
  }

  private static void add(byte[] spelling, int piece, SortedMap<Integer, long[]> runs) {
    if (spelling.length >= LEAST) {
      int length = Math.min(spelling.length, piece);
      runs.merge(length, runsOf(spelling, length), SecretTraces::joined);
    }
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Each run of {@code length} bytes, as an unsigned number with its first byte on the left. */
  private static long[] runsOf(byte[] bytes, int length) {
    long[] runs = new long[Math.max(0, bytes.length - length + 1)];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = number(bytes, i, length);
    }
    return runs;
  }

  private static long number(byte[] bytes, int from, int length) {
    long number = 0;
    for (int i = from; i < from + length; i++) {
      number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return number;
  }

  private static long[] joined(long[] a, long[] b) {
    long[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  /** Signed, as the platform searches; see {@link #key}. */
  private static long[] sorted(long[] numbers) {
    return Arrays.stream(numbers).map(SecretTraces::key).sorted().distinct().toArray();
  }

  /** Keeps the order of unsigned numbers. */
  private static long key(long number) {
    return number ^ Long.MIN_VALUE;
  }

  private static long[] withoutOpen(long[] keys, int length, List<byte[]> open) {
    long[] said =
        open.stream()
            .flatMapToLong(bytes -> Arrays.stream(runsOf(bytes, length)))
            .map(SecretTraces::key)
            .sorted()
            .toArray();
    return Arrays.stream(keys).filter(key -> Arrays.binarySearch(said, key) < 0).toArray();
  }

  /** Whether there is nothing to look for. */
  public boolean isNone() {
    return runs.values().stream().allMatch(keys -> keys.length == 0);
  }

  /** Which of the bytes are a trace, or at the end, before padding, the beginning of one. */
  public BitSet in(byte[] bytes) {
    BitSet found = whole(bytes);
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    found.set(end - begunAtEndOf(Arrays.copyOf(bytes, end), LEAST), end);
    return found;
  }

  private BitSet whole(byte[] bytes) {
    BitSet found = new BitSet(bytes.length);
    runs.forEach((length, keys) -> whole(bytes, length, keys, found));
    return found;
  }

  /** Whatever comes is looked through, so each byte costs a step, and seldom a search. */
  private void whole(byte[] bytes, int length, long[] keys, BitSet found) {
    long kept = -1L >>> ((MOST - length) * Byte.SIZE);
    long number = 0;
    for (int i = 0; i < bytes.length; i++) {
      number = ((number << Byte.SIZE) | (bytes[i] & 0xFF)) & kept;
      if (i >= length - 1
          && endings.get((int) number & LAST_TWO_BYTES)
          && Arrays.binarySearch(keys, key(number)) >= 0) {
        found.set(i + 1 - length, i + 1);
      }
    }
  }

  /**
   * How many of the last bytes may be the beginning of a trace, the rest of which is yet to come.
   *
   * @param least fewer than these do not count
   */
  public int begunAtEndOf(byte[] bytes, int least) {
    for (int count = Math.min(MOST - 1, bytes.length); count >= least; count--) {
      if (isBeginning(number(bytes, bytes.length - count, count), count)) {
        return count;
      }
    }
    return 0;
  }

  private boolean isBeginning(long start, int count) {
    for (var entry : runs.entrySet()) {
      int missing = (entry.getKey() - count) * Byte.SIZE;
      if (missing > 0) {
        long[] keys = entry.getValue();
        int at = Arrays.binarySearch(keys, key(start << missing));
        int next = at < 0 ? -at - 1 : at;
        if (next < keys.length && key(keys[next]) >>> missing == start) {
          return true;
        }
      }
    }
    return false;
  }

  /** The bytes with an asterisk in the place of each that {@link #in} finds. */
  public byte[] masked(byte[] bytes) {
    return masked(bytes, in(bytes));
  }

  /** The bytes with those that were found as asterisks. */
  public static byte[] masked(byte[] bytes, BitSet found) {
    byte[] masked = bytes.clone();
    found.stream().forEach(i -> masked[i] = MASK);
    return masked;
  }

  /**
   * What a peer said with an asterisk in the place of each trace, which hides how long that was.
   */
  public String cutFrom(String text) {
    return cut(text, in(text));
  }

  /**
   * The same for a sentence of ours that quotes a peer. Letters alone are cut only in quotation
   * marks: a passcode that is a word of our own would else be told by the gap.
   */
  public String cutFromSentence(String text) {
    BitSet found = in(text);
    int to;
    for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(to)) {
      to = Math.min(found.nextClearBit(from), text.length());
      boolean quoted = text.chars().limit(from).filter(c -> c == '"').count() % 2 == 1;
      if (!quoted && text.substring(from, to).matches("[\\p{L} -]+")) {
        found.clear(from, to);
      }
    }
    return cut(text, found);
  }

  /** A character beyond Latin-1 is no part of a trace, and keeps its place. */
  private BitSet in(String text) {
    if (runs.isEmpty()) {
      return new BitSet();
    }
    byte[] bytes = bytes(text);
    BitSet found = whole(bytes);
    int end = text.length();
    while (end > 0 && " …\"'.\0".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    found.set(end - begunAtEndOf(Arrays.copyOf(bytes, end), LEAST), end);
    return found;
  }

  private static String cut(String text, BitSet found) {
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int from = 0;
    for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(from)) {
      cut.append(text, from, at).append(MASK);
      from = found.nextClearBit(at);
    }
    return cut.append(text.substring(Math.min(from, text.length()))).toString();
  }
}
