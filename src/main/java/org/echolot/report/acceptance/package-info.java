/** The acceptance sheet: which peers accept which calling AE titles, as a dated table to sign. */
@NullMarked
package org.echolot.report.acceptance;

import org.jspecify.annotations.NullMarked;
