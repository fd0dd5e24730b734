/** The file {@code peers.json}. */
@NullMarked
package org.echolot.peers.file;

import org.jspecify.annotations.NullMarked;
