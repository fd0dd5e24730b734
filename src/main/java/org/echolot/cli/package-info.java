/** The command line. */
@NullMarked
package org.echolot.cli;

import org.jspecify.annotations.NullMarked;
