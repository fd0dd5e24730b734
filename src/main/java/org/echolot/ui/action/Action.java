package org.echolot.ui.action;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that the user can do in the window. What it does, and whether it can be done now, is a
 * {@link Deed}, which {@link Actions} binds to it: whoever adds a constant here is told by the
 * compiler where its deed is missing.
 */
public sealed interface Action
    permits CheckAction,
        PeerAction,
        WatchAction,
        ExchangeAction,
        WindowAction,
        TicketAction,
        HandoutAction,
        ConsoleAction {

  /** What the user sees of it. */
  Look look();

  /** All that there are, in the order in which help lists them, and menus what is in one group. */
  static List<Action> all() {
    return Stream.<Action[]>of(
            CheckAction.values(),
            PeerAction.values(),
            WatchAction.values(),
            ExchangeAction.values(),
            WindowAction.values(),
            TicketAction.values(),
            HandoutAction.values(),
            ConsoleAction.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** Its key, as this system writes it. The action must have one. */
  default String keyText() {
    return look().keys().getFirst().displayText();
  }
}
