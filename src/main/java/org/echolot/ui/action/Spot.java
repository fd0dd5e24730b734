package org.echolot.ui.action;

/**
 * Where an action is offered.
 *
 * @param group those of one number stand together, between two separators
 * @param words what is to be read there; empty on a button: the icon alone
 */
public record Spot(Place place, int group, String words) {}
