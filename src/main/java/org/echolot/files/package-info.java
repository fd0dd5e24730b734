/** Files that are read within bounds and written all or not at all. Knows no format. */
@NullMarked
package org.echolot.files;

import org.jspecify.annotations.NullMarked;
