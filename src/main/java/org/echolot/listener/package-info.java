/** Our own Verification SCP. */
@NullMarked
package org.echolot.listener;

import org.jspecify.annotations.NullMarked;
