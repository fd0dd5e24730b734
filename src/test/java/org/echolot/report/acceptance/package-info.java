@NullMarked
package org.echolot.report.acceptance;

import org.jspecify.annotations.NullMarked;
