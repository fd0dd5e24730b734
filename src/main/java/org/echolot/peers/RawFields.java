package org.echolot.peers;

/**
 * The JSON that a value was read from, kept so that fields unknown to this version survive a save.
 */
public final class RawFields {

  /** Made here, not read. */
  public static final RawFields NONE = new RawFields();

  private RawFields() {}
}
