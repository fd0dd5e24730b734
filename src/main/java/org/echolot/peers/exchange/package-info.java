/**
 * Other systems' lists of peers: read, compared with ours, and written. Nothing here asks the
 * network.
 */
@NullMarked
package org.echolot.peers.exchange;

import org.jspecify.annotations.NullMarked;
