package org.echolot.network;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where calls to a peer leave this computer.
 *
 * @param address the source address
 * @param card the network interface that has it, as the system calls it; null where that is not
 *     known
 * @param others the other addresses of this computer from which it could call, of the same family;
 *     without loopback and those that hold in one network alone (fe80::)
 */
public record Origin(InetAddress address, @Nullable String card, List<InetAddress> others) {

  public Origin {
    others = List.copyOf(others);
  }

  /** Linux says here whether a network interface is connected: 0 or 1. */
  private static final Path CARDS = Path.of("/sys/class/net");

  /** Whether its network interface is known to have no connection (Linux). */
  public boolean isUnplugged() {
    if (card == null || !card.matches("[A-Za-z0-9_.-]+")) {
      return false;
    }
    try {
      return Files.readString(CARDS.resolve(card).resolve("carrier")).strip().equals("0");
    } catch (IOException _) {
      return false; // another system, or it is down, and nothing leaves by it
    }
  }

  /** A source address of which nothing else was looked up. */
  public static Origin of(InetAddress address) {
    return new Origin(address, null, List.of());
  }

  /**
   * The address from which this computer would call. The routing table is asked; nothing is sent.
   *
   * @throws IOException if it has no way to it: then nothing that is sent there leaves it
   */
  public static InetAddress toward(InetSocketAddress peer) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(peer);
      return socket.getLocalAddress();
    }
  }

  /** With its network interface and the other addresses, as far as the system tells. */
  public static Origin lookedUp(InetAddress address) {
    try {
      NetworkInterface card = NetworkInterface.getByInetAddress(address);
      return new Origin(address, card == null ? null : card.getName(), othersThan(address));
    } catch (SocketException _) {
      return of(address);
    }
  }

  /** Those from which a peer could be called in the same family. */
  private static List<InetAddress> othersThan(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return List.of(); // a peer on this computer is called by nothing else
    }
    return ours().stream()
        .filter(other -> other.getClass() == address.getClass() && !other.equals(address))
        .toList();
  }

  /** All addresses of this computer from which it can call another; empty if it does not tell. */
  public static List<InetAddress> ours() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Origin::isUsable)
          .toList();
    } catch (SocketException _) {
      return List.of();
    }
  }

  /** Whether it is the IPv4 address of all computers of a network of this computer's. */
  public static boolean isBroadcast(InetAddress address) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(card -> card.getInterfaceAddresses().stream())
          .anyMatch(ours -> isBroadcast(address, ours));
    } catch (SocketException _) {
      return false;
    }
  }

  /** By the length of the prefix: the system knows it even where no broadcast address was set. */
  private static boolean isBroadcast(InetAddress address, InterfaceAddress ours) {
    int hostBits = Integer.SIZE - ours.getNetworkPrefixLength();
    if (!(address instanceof Inet4Address) || hostBits < 2 || hostBits >= Integer.SIZE) {
      return false;
    }
    return ours.getAddress() instanceof Inet4Address
        && bits(address) == (bits(ours.getAddress()) | ((1 << hostBits) - 1));
  }

  private static int bits(InetAddress address) {
    return ByteBuffer.wrap(address.getAddress()).getInt();
  }

  /** Whether any network interface has an IPv6 address that leads beyond its own network. */
  public static boolean hasIpv6() {
    return ours().stream().anyMatch(Inet6Address.class::isInstance);
  }

  private static boolean isUsable(InetAddress address) {
    return !address.isLoopbackAddress() && !address.isLinkLocalAddress();
  }
}
