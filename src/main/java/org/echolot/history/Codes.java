package org.echolot.history;

/**
 * Enum constants by their place, as the database has those whose places never change. Causes are
 * not among them: they are stored by name.
 */
final class Codes {

  private Codes() {}

  @SuppressWarnings("EnumOrdinal") // stages, their states and outcomes are fixed by the contract
  static int of(Enum<?> constant) {
    return constant.ordinal();
  }
}
