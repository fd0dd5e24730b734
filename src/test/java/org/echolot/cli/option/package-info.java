@NullMarked
package org.echolot.cli.option;

import org.jspecify.annotations.NullMarked;
