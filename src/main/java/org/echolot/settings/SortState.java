package org.echolot.settings;

/** How the user left the order of the list. */
public record SortState(String columnId, boolean ascending) {}
