/** What the user can choose once for all, in one dialog. */
@NullMarked
package org.echolot.ui.preferences;

import org.jspecify.annotations.NullMarked;
