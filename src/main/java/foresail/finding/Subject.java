package foresail.finding;

import foresail.source.Manifest;
import foresail.source.ObjectId;

/**
 * The object that a finding is about.
 *
 * @param document position of its document in the file, from 0
 * @param path the field's path in the object as the API server prints it; empty for the object as a
 *     whole
 */
public record Subject(ObjectId object, int document, String path) {
  public static Subject of(Manifest manifest, String path) {
    return new Subject(manifest.id(), manifest.document(), path);
  }
}
