package org.echolot.dicom.dimse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echolot.dicom.pdu.Octets;

/**
 * A data set, or an item of a sequence in one: elements in the order in which they stand (PS3.5 7).
 * Immutable.
 */
public record DataSet(List<DataElement> elements) {

  public DataSet {
    elements = List.copyOf(elements);
  }

  /** Puts a data set together, element by element, in any order; tags stand in theirs. */
  public static final class Builder {
    private final SortedMap<Integer, DataElement> elements =
        new TreeMap<>(Integer::compareUnsigned);

    /** An element of characters of a byte each, padded to an even length (PS3.5 6.2). */
    public Builder text(int tag, ValueRepresentation vr, String text) {
      if (text.chars().anyMatch(c -> c > 0xFF)) {
        throw new IllegalArgumentException(
            CommandSet.tagText(tag) + " has a character that no single byte can carry");
      }
      String padded = text.length() % 2 == 0 ? text : text + (char) vr.padding();
      Octets bytes = Octets.of(padded.getBytes(StandardCharsets.ISO_8859_1));
      return add(new DataElement.Value(tag, vr, bytes));
    }

    /** A key with no value, which matches everything and is asked back (PS3.4 C.2.2.2.3). */
    public Builder empty(int tag, ValueRepresentation vr) {
      return add(new DataElement.Value(tag, vr, Octets.EMPTY));
    }

    /** A sequence with an item for each of {@code items} (PS3.5 7.5). */
    public Builder sequence(int tag, DataSet... items) {
      return add(new DataElement.Sequence(tag, List.of(items)));
    }

    /** In the place of an element with the same tag. */
    public Builder add(DataElement element) {
      elements.put(element.tag(), element);
      return this;
    }

    /** The data set of the elements so far. */
    public DataSet build() {
      return new DataSet(List.copyOf(elements.values()));
    }
  }

  /** The first element with a tag. */
  public Optional<DataElement> find(int tag) {
    return elements.stream().filter(element -> element.tag() == tag).findFirst();
  }

  /** The characters of the first element with a tag; empty if it is missing or a sequence. */
  public Optional<String> text(int tag) {
    return find(tag)
        .filter(DataElement.Value.class::isInstance)
        .map(element -> ((DataElement.Value) element).text());
  }

  /**
   * Reads a data set from its joined fragments; see {@link DataSetWalk}.
   *
   * @throws MalformedDataSetException if it can't be read, or is more than is looked at
   */
  public static DataSet decode(Octets bytes, TransferSyntax syntax)
      throws MalformedDataSetException {
    Tree tree = new Tree();
    DataSetWalk.elements(bytes, syntax, tree);
    return new DataSet(tree.dataSet());
  }

  /**
   * Reads the items that are the value of an element.
   *
   * @throws MalformedDataSetException likewise
   */
  public static List<DataSet> decodeItems(Octets value, TransferSyntax syntax)
      throws MalformedDataSetException {
    Tree tree = new Tree();
    DataSetWalk.items(value, syntax, tree);
    return tree.items();
  }

  /**
   * The bytes of this data set; sequences and items have defined lengths.
   *
   * @throws IllegalArgumentException if a value has no VR and {@code syntax} asks for one, or is
   *     longer than its VR allows
   */
  public Octets encode(TransferSyntax syntax) {
    return new DataSetEncoder(syntax).encode(this);
  }

  /** Puts together what the walk tells. */
  private static final class Tree implements DataSetVisitor {
    private final Deque<List<DataElement>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
    private final Deque<List<DataSet>> sequences = new ArrayDeque<>(List.of(new ArrayList<>()));
    private final Deque<Integer> tags = new ArrayDeque<>();

    List<DataElement> dataSet() {
      return open.element();
    }

    List<DataSet> items() {
      return sequences.element();
    }

    @Override
    public void value(ElementHeader element, Octets value) {
      open.element().add(new DataElement.Value(element.tag(), element.vr(), value));
    }

    @Override
    public void sequence(ElementHeader element) {
      tags.push(element.tag());
      sequences.push(new ArrayList<>());
    }

    @Override
    public void item() {
      open.push(new ArrayList<>());
    }

    @Override
    public void itemEnd() {
      sequences.element().add(new DataSet(open.pop()));
    }

    @Override
    public void sequenceEnd() {
      open.element().add(new DataElement.Sequence(tags.pop(), sequences.pop()));
    }
  }
}
