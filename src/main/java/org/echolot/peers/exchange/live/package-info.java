/**
 * Lists of peers that a server keeps: an Orthanc over its REST API, a directory over LDAP. Every
 * wait has a deadline, and no answer is longer than a list may be.
 */
@NullMarked
package org.echolot.peers.exchange.live;

import org.jspecify.annotations.NullMarked;
