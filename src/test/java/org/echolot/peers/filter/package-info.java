/** Tests of the words by which peers are chosen. */
@NullMarked
package org.echolot.peers.filter;

import org.jspecify.annotations.NullMarked;
