/**
 * Answers other monitors over HTTP: checks on request, the list of peers, metrics, a page to look
 * at. The one room that knows HTTP servers.
 */
@NullMarked
package org.echolot.monitor;

import org.jspecify.annotations.NullMarked;
