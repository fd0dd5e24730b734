/**
 * Networks for tests: a client, a router and a server in network namespaces of Linux, with
 * firewalls between them, and the program itself as a process in the client's.
 */
@NullMarked
package org.echolot.lab;

import org.jspecify.annotations.NullMarked;
