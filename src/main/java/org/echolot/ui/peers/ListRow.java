package org.echolot.ui.peers;

/** A line of the list: a peer, or the header of a group of them. */
public sealed interface ListRow permits PeerRow, GroupRow {}
