/** Real peers of Debian's, started and stopped by tests, and the tests of a check against them. */
@NullMarked
package org.echolot.realpeers;

import org.jspecify.annotations.NullMarked;
