package org.echolot.realpeers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers of Debian's DCMTK. */
public final class DcmtkServer {

  private static final String PACKAGE = "dcmtk";

  /** The AE title of {@code dcmqrscp}'s only storage area. */
  public static final String DCMQRSCP_AE = "ARCHIVE";

  private DcmtkServer() {}

  /** Starts {@code storescp}, which answers to every AE title; close what is returned. */
  public static RealPeer storescp(String... options) {
    return storescpIn(List.of(), options);
  }

  /**
   * The same in another network.
   *
   * @param prefix what a command line begins with that is to be run there
   */
  public static RealPeer storescpIn(List<String> prefix, String... options) {
    String program = Programs.find("storescp", PACKAGE).toString();
    return RealPeer.startIn(
        prefix,
        "storescp",
        (folder, port) -> {
          List<String> command = new ArrayList<>(List.of(program, "-v"));
          command.addAll(List.of(options));
          command.add(String.valueOf(port));
          return command;
        });
  }

  /** The same, with DCMTK's switch for TCP_NODELAY on. */
  public static RealPeer storescpWithNoDelay() {
    return storescpIn(List.of(Programs.find("env", "coreutils").toString(), "TCP_NODELAY=1"));
  }

  /**
   * Starts {@code dcmqrscp} with one storage area, {@link #DCMQRSCP_AE}; close what is returned.
   *
   * @param knownCallers the AE titles in its HostTable, all on this computer, that may use the area
   */
  public static RealPeer dcmqrscp(String... knownCallers) {
    // The table must name somebody; this one never calls.
    List<String> callers = new ArrayList<>(List.of("NEVER_CALLS"));
    callers.addAll(List.of(knownCallers));
    StringBuilder hosts = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (String caller : callers) {
      String name = "host" + names.size();
      names.add(name);
      hosts.append(name).append(" = (").append(caller).append(", localhost, 11112)\n");
    }
    return dcmqrscpWith(hosts.toString(), String.join(", ", names));
  }

  /**
   * The same, with a HostTable as somebody wrote it.
   *
   * @param hostTable its lines, each with a line feed
   * @param peers who of it may use the area
   */
  public static RealPeer dcmqrscpWith(String hostTable, String peers) {
    String program = Programs.find("dcmqrscp", PACKAGE).toString();
    return RealPeer.start(
        "dcmqrscp",
        (folder, port) -> {
          Path config = folder.resolve("dcmqrscp.cfg");
          Path area = Files.createDirectory(folder.resolve("area"));
          Files.writeString(config, configuration(area, port, hostTable, peers));
          return List.of(program, "-v", "-c", config.toString());
        });
  }

  private static String configuration(Path area, int port, String hostTable, String peers) {
    return """
    NetworkTCPPort = %d
    MaxPDUSize = 16384
    MaxAssociations = 16
    HostTable BEGIN
    %sHostTable END
    VendorTable BEGIN
    VendorTable END
    AETable BEGIN
    %s %s RW (9, 1024mb) %s
    AETable END
    """
        .formatted(port, hostTable, DCMQRSCP_AE, area, peers);
  }
}
