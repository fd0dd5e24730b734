package org.echolot.settings;

/** Where the window was, in screen units; of a maximized one, where it would be if it were not. */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}
