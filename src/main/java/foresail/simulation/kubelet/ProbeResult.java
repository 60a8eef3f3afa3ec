package foresail.simulation.kubelet;

/** What a row of attempts of a probe amounts to. */
enum ProbeResult {
  UNKNOWN,
  SUCCESS,
  FAILURE
}
