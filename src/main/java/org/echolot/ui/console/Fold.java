package org.echolot.ui.console;

import org.echolot.journal.JournalLine;

/**
 * What the first row of a check tells of the others.
 *
 * @param folded whether it stands for all of them
 * @param lines how many lines of the check pass the filter
 * @param verdict the line that tells how the check went, or how far it is
 */
public record Fold(boolean folded, int lines, JournalLine verdict) {}
