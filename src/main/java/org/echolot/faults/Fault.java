package org.echolot.faults;

/**
 * A fault of Echolot itself.
 *
 * @param words what it was, in one line
 * @param details when, where and in which version, in several lines; no secret is in them
 * @param isKept whether the details are in the file
 */
public record Fault(String words, String details, boolean isKept) {}
