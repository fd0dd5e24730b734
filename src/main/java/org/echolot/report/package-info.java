/** Results as text, JSON, JUnit and Prometheus; comparison. */
@NullMarked
package org.echolot.report;

import org.jspecify.annotations.NullMarked;
