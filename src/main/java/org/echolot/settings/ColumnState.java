package org.echolot.settings;

/** How the user left a column of the list. */
public record ColumnState(String id, double width, boolean visible) {}
