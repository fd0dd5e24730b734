package org.echolot.fleet.watch;

/**
 * What is wrong at this computer's own end, so that a failed check says nothing about its peer.
 *
 * @param words one sentence without its end, for example {@code no network interface of this
 *     computer has an address}
 */
public record LineFault(Scope scope, String words) {

  /** Whose checks it spoils. */
  public enum Scope {
    /** Those of all peers that are not on this computer. */
    ALL,
    /** Those of all peers that are called by a name, and not by an address. */
    NAMES,
    /** Those of this one peer. */
    ONE
  }
}
