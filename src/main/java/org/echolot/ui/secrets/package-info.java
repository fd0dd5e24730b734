/** Asks for the secrets that checks need. */
@NullMarked
package org.echolot.ui.secrets;

import org.jspecify.annotations.NullMarked;
