package org.echolot.peers;

import java.util.List;
import java.util.Locale;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/** What the fields of a peer may hold, and what is wrong with them in plain words. */
public final class PeerRules {

  static final int MAX_NAME_LENGTH = 100;
  static final int MAX_TAG_LENGTH = 50;
  static final int MAX_PORT = 65_535;

  private PeerRules() {}

  /** Names that only differ in case are the same. */
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** What is wrong with a name; null: nothing. */
  public static @Nullable String nameFault(String name) {
    if (name.isBlank()) {
      return "A name is needed: what you call this peer.";
    }
    return textFault("A name", name.strip(), MAX_NAME_LENGTH);
  }

  /** What is wrong with a port; null: nothing. */
  public static @Nullable String portFault(long port) {
    if (port < 1) {
      return "Port " + port + " can't be: a port is from 1 to 65535; DICOM's are 104 and 11112.";
    }
    if (port > MAX_PORT) {
      return "Port " + port + " is too high: a port is from 1 to 65535.";
    }
    return null;
  }

  /** What is wrong with an address of this computer to call from; null: nothing. */
  public static @Nullable String sourceFault(String source) {
    return IpText.isIp(HostText.normalized(source))
        ? null
        : "This must be an IP address of this computer, as in 10.1.2.3.";
  }

  /** What is wrong with the first bad one of some tags; null: nothing. */
  public static @Nullable String tagsFault(List<String> tags) {
    for (String tag : tags) {
      if (tag.isBlank()) {
        return "A tag can't be blank.";
      }
      String fault = textFault("A tag", tag, MAX_TAG_LENGTH);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /**
   * @throws IllegalArgumentException if there is a fault, which is the message
   */
  static void requireNoFault(@Nullable String fault) {
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
  }

  static @Nullable String textFault(String what, String text, int maxLength) {
    int length = text.codePointCount(0, text.length());
    if (length > maxLength) {
      return what + " has " + maxLength + " characters at most; this one has " + length + ".";
    }
    boolean allShown =
        text.codePoints()
            .mapToObj(Character::getType)
            .noneMatch(
                type ->
                    type == Character.CONTROL
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.SURROGATE);
    return allShown ? null : what + " can't contain control characters or line breaks.";
  }
}
