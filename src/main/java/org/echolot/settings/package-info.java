/** What Echolot remembers about the window and the user's choices, and where its files live. */
@NullMarked
package org.echolot.settings;

import org.jspecify.annotations.NullMarked;
