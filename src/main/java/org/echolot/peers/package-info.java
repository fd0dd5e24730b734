/** The peers that a user keeps, and the file they are kept in. */
@NullMarked
package org.echolot.peers;

import org.jspecify.annotations.NullMarked;
