/** The file {@code peers.json}: read, written, and kept aside where it is broken. */
@NullMarked
package org.echolot.peers.file;

import org.jspecify.annotations.NullMarked;
