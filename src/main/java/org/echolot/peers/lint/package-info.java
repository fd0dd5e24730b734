/** What looks like a mistake in the saved peers: hints that stop nothing. */
@NullMarked
package org.echolot.peers.lint;

import org.jspecify.annotations.NullMarked;
