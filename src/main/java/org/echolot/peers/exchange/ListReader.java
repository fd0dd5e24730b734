package org.echolot.peers.exchange;

/** Reads lists of one kind. Has no state. */
interface ListReader {

  /** Whether the content is of this kind, as far as can be told without reading all of it. */
  boolean recognizes(ListContent content);

  /**
   * Reads it; a row that can't be read stops nothing.
   *
   * @throws UnreadableListException if nothing of it can be read
   */
  ImportedList read(ListContent content) throws UnreadableListException;
}
