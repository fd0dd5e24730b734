package org.echolot.peers;

import org.echolot.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a peers file that can't be read as a peer. It is no peer, and nothing is done with
 * it, but it stays in the file as it is when the others are saved.
 *
 * @param number its place among the entries, from 1
 * @param name what it calls itself, made fit for one line; null where it has no name
 * @param line where in the file the fault is, from 1
 * @param column where in the line, from 1
 * @param fault what is wrong with it, in plain words
 * @param written what the file has
 */
public record UnreadPeer(
    int number, @Nullable String name, int line, int column, String fault, JsonValue written) {

  /** Where and what, without the file: {@code 15:12 "port": Port 0 can't be …}. */
  public String problem() {
    return line + ":" + column + " " + fault;
  }

  /** Without what the file has: that may hold a secret. */
  @Override
  public String toString() {
    return "UnreadPeer[" + number + ", " + problem() + "]";
  }
}
