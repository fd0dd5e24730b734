package org.echolot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echolot.cli.EcholotCommand;
import org.echolot.cli.environment.Environment;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.ui.main.WindowTraining;

/**
 * Passes where commands pass that people start often, in one process, so that the ahead-of-time
 * cache holds all that these load and would make when they start: bin/run records it. What a
 * command loads beyond that, it loads as slowly as without a cache; but all that is in the cache is
 * loaded by each command, so what few people start is left out.
 */
public final class Training {

  /** PORT is that of a listener of ours; nothing listens on port 1, by that name or any. */
  private static final List<String> COMMANDS =
      List.of(
          "--version",
          "--help",
          "echo --help",
          "echo --tiemout 5s ECHOLOT@127.0.0.1:PORT",
          "echo ECHOLOT@127.0.0.1:PORT",
          "echo ECHOLOT@localhost:PORT --timeout 5s --log trace",
          "echo ECHOLOT@127.0.0.1:PORT WRONG@127.0.0.1:PORT ECHOLOT@127.0.0.1:1",
          "echo ECHOLOT@127.0.0.1:PORT --format json --log trace",
          "echo WRONG@127.0.0.1:PORT ECHOLOT@127.0.0.1:1 --format json",
          "echo ECHOLOT@127.0.0.1:PORT --repeat 3 --interval 0s",
          "echo ECHOLOT@127.0.0.1:PORT --repeat 3 --interval 0s --format json",
          "echo WRONG@127.0.0.1:PORT --format ticket",
          "echo ECHOLOT@127.0.0.1:PORT --format junit",
          "echo ECHOLOT@127.0.0.1:PORT --format prometheus",
          "echo --all",
          "check -H 127.0.0.1 -p PORT --called ECHOLOT -w 1 -c 5 -t 15",
          "check WRONG@127.0.0.1:PORT",
          "check ECHOLOT@127.0.0.1:1 --format checkmk",
          "check --all --format influx",
          "peers list",
          "peers list --format json",
          "completion peers",
          "same-test ECHOLOT@127.0.0.1:PORT",
          "register ECHOLOT@127.0.0.1:PORT",
          "explain LOG",
          "check ECHOLOT@127.0.0.1:PORT",
          "check WRONG@127.0.0.1:PORT",
          "check ECHOLOT@127.0.0.1:1 -w 1 -c 2",
          "probe ECHOLOT@127.0.0.1:PORT");

  /** So many that the list has more than it shows. */
  private static final int PEERS_OF_WINDOW = 40;

  private Training() {}

  /**
   * @param args an empty folder, in which files for it may be made; and {@code window} to pass
   *     where the window passes, with the peers of {@code ECHOLOT_PEERS}, and not the commands
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    boolean isOfWindow = args.length > 1 && args[1].equals("window");
    ListenerOptions options = ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0);
    try (VerificationScp scp = VerificationScp.start(options, new Journal())) {
      String port = "" + scp.address().getPort();
      writePeers(folder.resolve("peers.json"), isOfWindow ? PEERS_OF_WINDOW : 1, port);
      if (isOfWindow) {
        WindowTraining.begin();
        Echolot.main(new String[0]);
      } else {
        passCommands(folder, port);
      }
    }
    System.exit(0);
  }

  private static void writePeers(Path file, int count, String port) throws IOException {
    StringBuilder peers = new StringBuilder("{\"version\": 1, \"peers\": [");
    for (int i = 0; i < count; i++) {
      peers.append(
          """
          {"name": "Good NUMBER", "calledAe": "ECHOLOT", "host": "127.0.0.1", "port": PORT},
          """
              .replace("NUMBER", "" + i)
              .replace("PORT", port));
    }
    peers.append(
        """
        {"name": "Bad", "calledAe": "X", "host": "127.0.0.1", "port": 1, "tags": ["a"]}]}
        """);
    Files.writeString(file, peers);
  }

  private static void passCommands(Path folder, String port) throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(log, "F: Association Request Failed: 0006:031a DUL network closed\n");
    Environment environment = Echolot.environment();
    for (String command : COMMANDS) {
      String line = command.replace("PORT", port).replace("LOG", log.toString());
      int _ = EcholotCommand.run(line.split(" "), environment);
    }
  }
}
