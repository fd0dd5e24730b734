/** Runs a check: engines, stages, connector, resolver. */
@NullMarked
package org.echolot.check.run;

import org.jspecify.annotations.NullMarked;
