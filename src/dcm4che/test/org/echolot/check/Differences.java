package org.echolot.check;

/** stub. */
final class Differences implements org.junit.jupiter.api.extension.InvocationInterceptor {}
