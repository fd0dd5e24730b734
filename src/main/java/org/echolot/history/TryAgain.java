package org.echolot.history;

import org.echolot.check.Move;
import org.echolot.history.WhatChanged.First;

/**
 * The first steps where it worked so shortly before that nobody has changed a setting since: what
 * differs from call to call shows only if one calls again. Pure.
 */
final class TryAgain {

  private TryAgain() {}

  /**
   * @param at the peer
   * @param when to follow what was so when it last worked
   */
  static First check(String at, String when) {
    return First.of(
        Move.PEER_ADMINISTRATOR,
        "Check again several times: the last success was"
            + when
            + ". If it succeeds now and then, one of several servers at "
            + at
            + " is at fault (load balancer).",
        "If it fails every time, ask the peer's administrator what changed at "
            + at
            + " since then.");
  }

  /** The same of a peer that rejected what it had accepted. */
  static First associate(String at, String when) {
    return First.of(
        Move.PEER_ADMINISTRATOR,
        "Check again several times: the association was accepted"
            + when
            + ". If it is accepted now and then, several servers with different settings answer at "
            + at
            + " (load balancer).",
        "If it is rejected every time, ask the peer's administrator whether the server was replaced"
            + " or its settings were changed since then.");
  }

  /** The same of a name that was found. */
  static First lookUp(String host, String when) {
    return First.of(
        Move.NETWORK,
        "Check again several times: \""
            + host
            + "\" was found"
            + when
            + ". If it is found now and then, DNS servers of this computer differ.",
        "Ask the network team what changed in DNS, or which of its servers does not know \""
            + host
            + "\".");
  }
}
