package foresail.cli;

/** Placeholder. */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] arguments) {
    System.out.println("foresail");
  }
}
