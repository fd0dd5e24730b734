package org.echolot.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echolot.dicom.pdu.Octets;

/**
 * Makes up the TCP segments that could have carried a conversation (RFC 9293): a handshake, each
 * PDU in as few segments as it takes, and an ending. Sequence numbers, acknowledgements and
 * checksums are right, so that an analyzer finds nothing to complain about but what is missing.
 */
final class TcpFraming {

  /** What one segment carries, in bytes. */
  static final int MAX_SEGMENT = 16_384;

  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int PSH = 0x08;
  private static final int ACK = 0x10;

  /** Multiplied by 2 to the power of {@link #WINDOW_SCALE}: nobody is ever out of window. */
  private static final int WINDOW = 0xFFFF;

  private static final byte WINDOW_SCALE = 7;

  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int TCP_HEADER = 20;
  private static final byte PROTOCOL_TCP = 6;
  private static final byte TIME_TO_LIVE = 64;

  /** One end of the connection. */
  private static final class End {
    private final byte[] address;
    private final int port;
    private int nextSequence;

    End(byte[] address, int port, int firstSequence) {
      this.address = address;
      this.port = port;
      this.nextSequence = firstSequence;
    }
  }

  private final List<Packet> packets = new ArrayList<>();
  private final End us;
  private final End peer;
  private int identification;

  private TcpFraming(TcpConversation conversation) {
    byte[] ours = bytes(conversation.local());
    byte[] theirs = bytes(conversation.remote());
    boolean same = ours.length == theirs.length;
    // A number that differs from check to check, so that a port used again is not taken for the
    // connection before.
    int first = (int) (conversation.connected().toEpochMilli() * 4096);
    us = new End(same ? ours : mapped(ours), conversation.local().getPort(), first);
    peer =
        new End(same ? theirs : mapped(theirs), conversation.remote().getPort(), first + (1 << 30));
  }

  /** The packets of a conversation, in order. */
  static List<Packet> of(TcpConversation conversation) {
    TcpFraming framing = new TcpFraming(conversation);
    framing.handshake(conversation);
    conversation.messages().forEach(framing::message);
    framing.us.nextSequence += (int) conversation.leftOutSent();
    framing.peer.nextSequence += (int) conversation.leftOutReceived();
    framing.ending(conversation);
    return framing.packets;
  }

  private void handshake(TcpConversation conversation) {
    segment(us, peer, SYN, Octets.EMPTY, conversation.begun(), conversation.comment());
    segment(peer, us, SYN | ACK, Octets.EMPTY, conversation.connected(), "");
    segment(us, peer, ACK, Octets.EMPTY, conversation.connected(), "");
  }

  private void message(TcpConversation.Message message) {
    End from = message.isSent() ? us : peer;
    End to = message.isSent() ? peer : us;
    Octets bytes = message.bytes();
    for (int start = 0; start < bytes.length(); start += MAX_SEGMENT) {
      int end = Math.min(bytes.length(), start + MAX_SEGMENT);
      segment(
          from,
          to,
          ACK | (end == bytes.length() ? PSH : 0),
          bytes.slice(start, end),
          message.at(),
          start == 0 ? message.comment() : "");
    }
  }

  private void ending(TcpConversation conversation) {
    Instant at = conversation.ended();
    String leftOut =
        conversation.leftOutSent() + conversation.leftOutReceived() == 0
            ? ""
            : "Before this, Echolot did not keep "
                + conversation.leftOutSent()
                + " bytes that it sent and "
                + conversation.leftOutReceived()
                + " bytes that it received.";
    if (conversation.ending() == TcpConversation.Ending.PEER_RESET) {
      segment(peer, us, RST | ACK, Octets.EMPTY, at, leftOut);
      return;
    }
    boolean weClosed = conversation.ending() == TcpConversation.Ending.WE_CLOSED;
    End first = weClosed ? us : peer;
    End second = weClosed ? peer : us;
    segment(first, second, FIN | ACK, Octets.EMPTY, at, leftOut);
    segment(second, first, FIN | ACK, Octets.EMPTY, at, "");
    segment(first, second, ACK, Octets.EMPTY, at, "");
  }

  private void segment(End from, End to, int flags, Octets data, Instant at, String comment) {
    byte[] tcp = tcp(from, to, flags, data);
    byte[] header = from.address.length == 4 ? ipv4(from, to, tcp) : ipv6(from, to, tcp);
    byte[] packet = Arrays.copyOf(header, header.length + tcp.length);
    System.arraycopy(tcp, 0, packet, header.length, tcp.length);
    packets.add(new Packet(at, Octets.of(packet), comment));
    from.nextSequence += data.length() + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
  }

  private static byte[] tcp(End from, End to, int flags, Octets data) {
    byte[] options =
        (flags & SYN) == 0
            ? new byte[0]
            : new byte[] {
              2, 4, (byte) (MAX_SEGMENT >> 8), (byte) MAX_SEGMENT, 1, 3, 3, WINDOW_SCALE
            };
    int headerLength = TCP_HEADER + options.length;
    ByteBuffer tcp = ByteBuffer.allocate(headerLength + data.length());
    tcp.putShort((short) from.port)
        .putShort((short) to.port)
        .putInt(from.nextSequence)
        .putInt((flags & ACK) == 0 ? 0 : to.nextSequence)
        .put((byte) ((headerLength / 4) << 4))
        .put((byte) flags)
        .putShort((short) WINDOW)
        .putShort((short) 0) // the checksum's place
        .putShort((short) 0)
        .put(options)
        .put(data.toByteArray());
    ByteBuffer pseudoHeader =
        ByteBuffer.allocate(2 * from.address.length + 8)
            .put(from.address)
            .put(to.address)
            .putInt(tcp.capacity())
            .putInt(PROTOCOL_TCP);
    tcp.putShort(16, checksum(pseudoHeader.array(), tcp.array()));
    return tcp.array();
  }

  private byte[] ipv4(End from, End to, byte[] tcp) {
    ByteBuffer header = ByteBuffer.allocate(IPV4_HEADER);
    header
        .put((byte) 0x45)
        .put((byte) 0)
        .putShort((short) (IPV4_HEADER + tcp.length))
        .putShort((short) ++identification)
        .putShort((short) 0x4000) // don't fragment
        .put(TIME_TO_LIVE)
        .put(PROTOCOL_TCP)
        .putShort((short) 0)
        .put(from.address)
        .put(to.address);
    header.putShort(10, checksum(header.array()));
    return header.array();
  }

  private static byte[] ipv6(End from, End to, byte[] tcp) {
    return ByteBuffer.allocate(IPV6_HEADER)
        .putInt(0x6000_0000)
        .putShort((short) tcp.length)
        .put(PROTOCOL_TCP)
        .put(TIME_TO_LIVE)
        .put(from.address)
        .put(to.address)
        .array();
  }

  /** The Internet checksum over all parts, each but the last of an even length (RFC 1071). */
  private static short checksum(byte[]... parts) {
    long sum = 0;
    for (byte[] part : parts) {
      for (int i = 0; i < part.length; i++) {
        int octet = Byte.toUnsignedInt(part[i]);
        sum += (i & 1) == 0 ? octet << 8 : octet;
      }
    }
    while (sum > 0xFFFF) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return (short) ~sum;
  }

  private static byte[] bytes(InetSocketAddress end) {
    InetAddress address = end.getAddress();
    return address == null ? new byte[4] : address.getAddress();
  }

  /** An IPv4 address among those of IPv6 (RFC 4291 2.5.5.2). */
  private static byte[] mapped(byte[] address) {
    if (address.length == 16) {
      return address;
    }
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xFF;
    mapped[11] = (byte) 0xFF;
    System.arraycopy(address, 0, mapped, 12, 4);
    return mapped;
  }
}
