package org.echolot.ui.listener;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;

/**
 * Where a listener can be reached from.
 *
 * @param address what it is bound to
 * @param label what the user chooses by
 */
record Reach(InetAddress address, String label) {

  /** This computer alone. */
  static final Reach LOOPBACK =
      new Reach(InetAddress.getLoopbackAddress(), "This computer only (127.0.0.1)");

  /** All addresses of this computer. */
  static final Reach EVERYWHERE =
      new Reach(InetAddress.ofLiteral("0.0.0.0"), "All network cards (0.0.0.0)");

  /** All that this computer has: itself, everywhere, and each of its addresses. */
  static List<Reach> all() {
    List<Reach> all = new ArrayList<>(List.of(LOOPBACK, EVERYWHERE));
    List<InetAddress> ours = Origin.ours();
    if (ours.stream().anyMatch(Inet6Address.class::isInstance)) {
      all.add(new Reach(InetAddress.ofLiteral("::"), "All network cards, IPv6 too (::)"));
    }
    for (InetAddress address : ours) {
      String card = Origin.lookedUp(address).card();
      all.add(
          new Reach(address, AddressText.of(address) + (card == null ? "" : " (" + card + ")")));
    }
    return List.copyOf(all);
  }

  /** Whether others can call. */
  boolean isOpen() {
    return !address.isLoopbackAddress();
  }

  @Override
  public String toString() {
    return label;
  }
}
