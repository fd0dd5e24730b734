package org.echolot.ui.peers;

import java.util.List;

/**
 * What undoing took back.
 *
 * @param rows those in the list that it concerns
 * @param removed those that it took out of the list
 * @param text a sentence on it
 */
public record Undone(List<PeerRow> rows, List<PeerRow> removed, String text) {}
