/** Words for people: what is safe to show, spans of time, addresses. */
@NullMarked
package org.echolot.text;

import org.jspecify.annotations.NullMarked;
