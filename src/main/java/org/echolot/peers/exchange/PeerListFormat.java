package org.echolot.peers.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of lists that are read, and those that are written, in the order of the search. */
@SuppressWarnings("ImmutableEnumChecker") // readers and writers have no state
public enum PeerListFormat {
  ECHOLOT("echolot", "Echolot peers file", "json", new EcholotReader(), new EcholotWriter()),
  ORTHANC("orthanc", "Orthanc DicomModalities", "json", new OrthancReader(), new OrthancWriter()),
  DCM4CHE("dcm4che", "dcm4che devices", "json", new DeviceJsonReader(), new DeviceJsonWriter()),
  WEASIS("weasis", "Weasis dicomNodes", "xml", new WeasisReader(), new WeasisWriter()),
  HOROS("horos", "Horos or OsiriX DICOMNodes", "plist", new PlistReader(), null),
  LDIF("ldif", "LDIF (dcm4che, PS3.15 H)", "ldif", new LdifReader(), new LdifWriter()),
  DCMQRSCP(
      "dcmqrscp", "DCMTK dcmqrscp HostTable", "cfg", new DcmqrscpReader(), new DcmqrscpWriter()),
  AE_PROPERTIES(
      "ae-properties",
      "dcm4che ae.properties",
      "properties",
      new AePropertiesReader(),
      new AePropertiesWriter()),
  ACRNEMA_MAP("acrnema-map", "Conquest acrnema.map", "map", new AcrnemaMapReader(), null),
  CSV("csv", "CSV", "csv", new TableReader(), new CsvListWriter()),
  TEXT("text", "Text with addresses", "txt", new TextReader(), null);

  private final String word;
  private final String title;
  private final String extension;
  private final ListReader reader;
  private final @Nullable ListWriter writer;

  PeerListFormat(
      String word, String title, String extension, ListReader reader, @Nullable ListWriter writer) {
    this.word = word;
    this.title = title;
    this.extension = extension;
    this.reader = reader;
    this.writer = writer;
  }

  /** How an option names it. */
  public String word() {
    return word;
  }

  /** How a person names it. */
  public String title() {
    return title;
  }

  /** How its files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether it is written too. */
  public boolean isWritten() {
    return writer != null;
  }

  @Nullable ListWriter writer() {
    return writer;
  }

  /** The kind with that word. */
  public static Optional<PeerListFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** The words of all that are read, or only of those that are written, for a sentence. */
  public static String words(boolean written) {
    return Arrays.stream(values())
        .filter(format -> !written || format.isWritten())
        .map(PeerListFormat::word)
        .collect(Collectors.joining(", "));
  }

  /** Those that are written. */
  public static List<PeerListFormat> written() {
    return Arrays.stream(values()).filter(PeerListFormat::isWritten).toList();
  }

  /** The kind of a content, found by looking into it; empty if it is like none. */
  public static Optional<PeerListFormat> find(ListContent content) {
    return Arrays.stream(values()).filter(format -> format.reader.recognizes(content)).findFirst();
  }

  /**
   * Reads a list of any kind.
   *
   * @throws UnreadableListException if it is of none, or nothing of it can be read
   */
  public static ImportedList readAny(ListContent content) throws UnreadableListException {
    return find(content)
        .orElseThrow(() -> new UnreadableListException("no list of peers that Echolot knows"))
        .read(content);
  }

  /**
   * Reads a list of this kind.
   *
   * @throws UnreadableListException if it is none, or nothing of it can be read
   */
  public ImportedList read(ListContent content) throws UnreadableListException {
    if (content.text().isEmpty() && this != HOROS) {
      throw new UnreadableListException("it is a binary property list (not " + title + ")");
    }
    ImportedList list = reader.read(content);
    if (list.rows().isEmpty()) {
      throw new UnreadableListException("there is no peer in it (read as " + title + ")");
    }
    return list;
  }
}
