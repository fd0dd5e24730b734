/** Options that several commands share. */
@NullMarked
package org.echolot.cli.option;

import org.jspecify.annotations.NullMarked;
