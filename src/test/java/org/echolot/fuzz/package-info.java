/** What fuzz tests of several packages share. The tests are beside what they try. */
@NullMarked
package org.echolot.fuzz;

import org.jspecify.annotations.NullMarked;
