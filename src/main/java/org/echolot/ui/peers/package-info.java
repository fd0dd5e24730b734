/** The list of peers and its editor. */
@NullMarked
package org.echolot.ui.peers;

import org.jspecify.annotations.NullMarked;
