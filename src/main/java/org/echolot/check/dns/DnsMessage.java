package org.echolot.check.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a DNS server sent (RFC 1035 4.1). Nothing in it is trusted: each length is held
 * against what is there, and no more is kept than the addresses of one datagram.
 */
final class DnsMessage {

  /** Something that is no answer to the question. */
  static final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultException(String what) {
      super(what);
    }
  }

  /**
   * More than a server may send over UDP to one that has not said that it takes more (RFC 1035
   * 2.3.4). What is longer yet is cut off, and is then one that breaks off.
   */
  static final int MAX_BYTES = 4096;

  /** As many as anybody wants to read. */
  private static final int MAX_ADDRESSES = 8;

  private static final int RESPONSE = 0x8000;
  private static final int OPCODE = 0x7800;
  private static final int TRUNCATED = 0x0200;
  private static final int CODE = 0x000F;
  private static final int NO_SUCH_NAME = 3;
  private static final int POINTER = 0xC0;
  private static final int CNAME = 5;

  /** More than any name has (RFC 1035 2.3.4), pointers included. */
  private static final int MAX_LABELS = 130;

  private static final int CASE = 0x20;

  private DnsMessage() {}

  /** The number by which a datagram says which question it answers; -1 if it has none. */
  static int idOf(ByteBuffer datagram) {
    return datagram.remaining() < 2 ? -1 : Short.toUnsignedInt(datagram.getShort(0));
  }

  /**
   * What a datagram answers.
   *
   * @throws FaultException if it is no answer to {@code question}, or one that cannot be read
   */
  static DnsAnswer read(ByteBuffer datagram, DnsQuestion question) throws FaultException {
    ByteBuffer in = datagram.duplicate();
    if (in.remaining() < DnsQuestion.HEADER_BYTES) {
      throw new FaultException(in.remaining() + " bytes, fewer than the header of an answer has");
    }
    if (unsignedShort(in) != question.id()) {
      throw new FaultException("an answer to another question");
    }
    int flags = unsignedShort(in);
    if ((flags & RESPONSE) == 0 || (flags & OPCODE) != 0) {
      throw new FaultException("a message that is no answer to a question");
    }
    int questions = unsignedShort(in);
    int answers = unsignedShort(in);
    in.getInt(); // the numbers of the other records, which nobody needs
    int code = flags & CODE;
    if (questions > 0) {
      requireRepeated(in, question);
    } else if (code == 0 || code == NO_SUCH_NAME) {
      // Those that refuse may leave it out (RFC 8906 3.1).
      throw new FaultException("an answer without its question");
    }
    String alias = aliasIn(in.duplicate(), answers);
    if (code == NO_SUCH_NAME) {
      return alias == null
          ? new DnsAnswer.NoSuchName()
          : new DnsAnswer.DeadAlias(question.name(), alias);
    }
    if (code != 0) {
      return new DnsAnswer.Failure(code);
    }
    boolean isTruncated = (flags & TRUNCATED) != 0;
    List<InetAddress> found = isTruncated ? List.of() : addresses(in, answers, question.type());
    if (!found.isEmpty()) {
      return new DnsAnswer.Addresses(question.name(), found);
    }
    if (isTruncated) {
      return new DnsAnswer.TooLong();
    }
    return alias == null
        ? new DnsAnswer.NoAddress(question.name())
        : new DnsAnswer.DeadAlias(question.name(), alias);
  }

  private static void requireRepeated(ByteBuffer in, DnsQuestion question) throws FaultException {
    for (byte expected : question.asked()) {
      if (!in.hasRemaining() || !isSame(in.get(), expected)) {
        throw new FaultException("an answer to another question");
      }
    }
  }

  /** Names are compared without regard to case (RFC 4343). */
  private static boolean isSame(byte a, byte b) {
    return a == b || (Character.isLetter(a) && Character.isLetter(b) && (a | CASE) == (b | CASE));
  }

  /** The name to which the last alias in an answer leads; null if there is none to be read. */
  private static @Nullable String aliasIn(ByteBuffer in, int count) {
    String alias = null;
    try {
      for (int i = 0; i < count; i++) {
        skipName(in);
        int type = unsignedShort(in);
        skip(in, Short.BYTES + Integer.BYTES); // its class, and how long it may be kept
        int length = unsignedShort(in);
        if (type == CNAME) {
          alias = name(in.duplicate());
        }
        skip(in, length);
      }
    } catch (FaultException _) {
      return alias;
    }
    return alias;
  }

  /** What is no letter of a host's name is shown as a question mark. */
  private static String name(ByteBuffer in) throws FaultException {
    StringBuilder name = new StringBuilder();
    for (int steps = 0; steps < MAX_LABELS; steps++) {
      int length = unsignedByte(in);
      if (length == 0) {
        if (name.isEmpty()) {
          throw new FaultException("no name");
        }
        return name.toString();
      }
      if ((length & POINTER) == POINTER) {
        int at = (length & ~POINTER) << Byte.SIZE | unsignedByte(in);
        if (at >= in.limit()) {
          throw new FaultException("a name outside of the answer");
        }
        in.position(at);
      } else {
        requireRemaining(in, length);
        name.append(name.isEmpty() ? "" : ".");
        for (int i = 0; i < length; i++) {
          char letter = (char) unsignedByte(in);
          name.append(letter > ' ' && letter < 0x7F ? letter : '?');
        }
      }
    }
    throw new FaultException("a name without an end");
  }

  private static List<InetAddress> addresses(ByteBuffer in, int count, int type)
      throws FaultException {
    List<InetAddress> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      skipName(in);
      int recordType = unsignedShort(in);
      int recordClass = unsignedShort(in);
      skip(in, Integer.BYTES); // how long it may be kept
      int length = unsignedShort(in);
      if (recordType == type && recordClass == DnsQuestion.INTERNET) {
        InetAddress address = address(in, length, type);
        if (found.size() < MAX_ADDRESSES) {
          found.add(address);
        }
      } else {
        skip(in, length);
      }
    }
    return found;
  }

  private static InetAddress address(ByteBuffer in, int length, int type) throws FaultException {
    if (length != (type == DnsQuestion.A ? 4 : 16) || in.remaining() < length) {
      throw new FaultException("an address of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 bytes are an address", e);
    }
  }

  /** A name ends with an empty label or with a pointer to another (RFC 1035 4.1.4). */
  private static void skipName(ByteBuffer in) throws FaultException {
    while (true) {
      int length = unsignedByte(in);
      if (length == 0) {
        return;
      }
      if ((length & POINTER) == POINTER) {
        skip(in, 1);
        return;
      }
      skip(in, length);
    }
  }

  private static int unsignedByte(ByteBuffer in) throws FaultException {
    requireRemaining(in, 1);
    return Byte.toUnsignedInt(in.get());
  }

  private static int unsignedShort(ByteBuffer in) throws FaultException {
    requireRemaining(in, Short.BYTES);
    return Short.toUnsignedInt(in.getShort());
  }

  private static void skip(ByteBuffer in, int bytes) throws FaultException {
    requireRemaining(in, bytes);
    in.position(in.position() + bytes);
  }

  private static void requireRemaining(ByteBuffer in, int bytes) throws FaultException {
    if (in.remaining() < bytes) {
      throw new FaultException("an answer that breaks off");
    }
  }
}
