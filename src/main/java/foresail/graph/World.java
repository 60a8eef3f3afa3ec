package foresail.graph;

/**
 * Documents that are applied together.
 *
 * @param name the folder of the kustomization that lists them, else the file: what compares objects
 *     compares within one of these, because a folder of examples may hold variants of one app
 * @param kustomized whether a kustomization puts them together; it also decides their order
 * @param namespace which the kustomization sets; empty where none does
 * @param open whether objects come in that are not read here: a remote base, a Helm chart
 */
public record World(String name, boolean kustomized, String namespace, boolean open) {}
