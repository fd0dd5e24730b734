/** What the command line has to do with the world: streams, variables, the terminal, signals. */
@NullMarked
package org.echolot.cli.environment;

import org.jspecify.annotations.NullMarked;
