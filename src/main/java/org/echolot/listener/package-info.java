/** Our own Verification SCP, and what each of its callers does. */
@NullMarked
package org.echolot.listener;

import org.jspecify.annotations.NullMarked;
