/** The peers that a user keeps, what may be in their fields, and drafts of them. */
@NullMarked
package org.echolot.peers;

import org.jspecify.annotations.NullMarked;
