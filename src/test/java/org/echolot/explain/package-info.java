/** Tests of what log lines mean. */
@NullMarked
package org.echolot.explain;

import org.jspecify.annotations.NullMarked;
