/** Results that are kept, in a database in the data folder, and what changed between them. */
@NullMarked
package org.echolot.history;

import org.jspecify.annotations.NullMarked;
