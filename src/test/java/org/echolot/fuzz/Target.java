package org.echolot.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.echolot.check.run.RequestorFuzz;
import org.echolot.dicom.association.AcceptorFuzz;
import org.echolot.dicom.dimse.CommandFuzz;
import org.echolot.dicom.dimse.DataSetFuzz;
import org.echolot.dicom.pdu.PduFuzz;
import org.echolot.logs.LogFuzz;
import org.echolot.peers.exchange.ListFuzz;
import org.echolot.peers.file.PeersFileFuzz;
import org.echolot.settings.SettingsFuzz;
import org.echolot.tls.handshake.HandshakeFuzz;
import org.echolot.tls.material.KeyFileFuzz;

/** What is fuzzed: everything that reads what others wrote. */
public enum Target {
  PDU,
  COMMAND,
  DATA_SET,
  REQUESTOR,
  ACCEPTOR,
  HANDSHAKE,
  KEY_FILE,
  PEERS_FILE,
  LIST_JSON,
  LIST_XML,
  LIST_LDIF,
  LIST_LINES,
  LIST_CSV,
  LIST_TEXT,
  SETTINGS,
  LOG;

  private static final Path KEPT = Path.of("src", "test", "resources", "org", "echolot", "fuzz");

  /**
   * Tries one input.
   *
   * @throws Exception if a fault was found
   */
  public void run(byte[] input) throws Exception {
    switch (this) {
      case PDU -> PduFuzz.run(input);
      case COMMAND -> CommandFuzz.run(input);
      case DATA_SET -> DataSetFuzz.run(input);
      case REQUESTOR -> RequestorFuzz.run(input);
      case ACCEPTOR -> AcceptorFuzz.run(input);
      case HANDSHAKE -> HandshakeFuzz.run(input);
      case KEY_FILE -> KeyFileFuzz.run(input);
      case PEERS_FILE -> PeersFileFuzz.run(input);
      case LIST_JSON -> ListFuzz.run(ListFuzz.Kind.JSON, input);
      case LIST_XML -> ListFuzz.run(ListFuzz.Kind.XML, input);
      case LIST_LDIF -> ListFuzz.run(ListFuzz.Kind.LDIF, input);
      case LIST_LINES -> ListFuzz.run(ListFuzz.Kind.LINES, input);
      case LIST_CSV -> ListFuzz.run(ListFuzz.Kind.CSV, input);
      case LIST_TEXT -> ListFuzz.run(ListFuzz.Kind.TEXT, input);
      case SETTINGS -> SettingsFuzz.run(input);
      case LOG -> LogFuzz.run(input);
    }
  }

  /** Good inputs, to begin with. */
  public List<byte[]> seeds() {
    Stream<byte[]> seeds =
        switch (this) {
          case PDU -> PduFuzz.seeds();
          case COMMAND -> CommandFuzz.seeds();
          case DATA_SET -> DataSetFuzz.seeds();
          case REQUESTOR -> RequestorFuzz.seeds();
          case ACCEPTOR -> AcceptorFuzz.seeds();
          case HANDSHAKE -> HandshakeFuzz.seeds();
          case KEY_FILE -> KeyFileFuzz.seeds();
          case PEERS_FILE -> PeersFileFuzz.seeds();
          case LIST_JSON -> ListFuzz.seeds(ListFuzz.Kind.JSON);
          case LIST_XML -> ListFuzz.seeds(ListFuzz.Kind.XML);
          case LIST_LDIF -> ListFuzz.seeds(ListFuzz.Kind.LDIF);
          case LIST_LINES -> ListFuzz.seeds(ListFuzz.Kind.LINES);
          case LIST_CSV -> ListFuzz.seeds(ListFuzz.Kind.CSV);
          case LIST_TEXT -> ListFuzz.seeds(ListFuzz.Kind.TEXT);
          case SETTINGS -> SettingsFuzz.seeds();
          case LOG -> LogFuzz.seeds();
        };
    return seeds.toList();
  }

  /** Whether strangers can send it. */
  public boolean isOnTheWire() {
    return switch (this) {
      case PDU, COMMAND, DATA_SET, REQUESTOR, ACCEPTOR, HANDSHAKE -> true;
      case KEY_FILE,
          PEERS_FILE,
          LIST_JSON,
          LIST_XML,
          LIST_LDIF,
          LIST_LINES,
          LIST_CSV,
          LIST_TEXT,
          SETTINGS,
          LOG ->
          false;
    };
  }

  /** How the command names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where the inputs are that once found a fault. */
  public Path keptFolder() {
    return KEPT.resolve(label());
  }

  /** The inputs that once found a fault. */
  public List<Path> kept() throws IOException {
    if (!Files.isDirectory(keptFolder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(keptFolder())) {
      return files.sorted().toList();
    }
  }
}
