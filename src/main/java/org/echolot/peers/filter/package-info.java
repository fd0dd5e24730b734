/** The words by which peers are chosen, in the window and on the command line. */
@NullMarked
package org.echolot.peers.filter;

import org.jspecify.annotations.NullMarked;
