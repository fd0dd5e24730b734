/** What the last check of a peer found. */
@NullMarked
package org.echolot.ui.result;

import org.jspecify.annotations.NullMarked;
