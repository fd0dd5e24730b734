/** What is asked of a peer beyond an echo: services, sizes, a query that finds nothing. */
@NullMarked
package org.echolot.probe;

import org.jspecify.annotations.NullMarked;
