package org.echolot;

/** Starts Echolot. */
public final class Echolot {

  private Echolot() {}

  public static void main(String[] args) {
    System.out.println("Echolot");
  }
}
