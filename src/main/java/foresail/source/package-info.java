/**
 * Text to manifests: files are found and read, cut into documents, and made into trees of {@link
 * foresail.source.Node}s with spans and comments. The only package that knows the YAML parser, and
 * nothing of Kubernetes but how to tell its objects from other documents.
 *
 * <p>{@link foresail.source.SourceReader} is the way in. {@code CommonReader} reads what nearly all
 * manifests keep to; {@code EventReader} reads the whole language, over the parser. What cannot be
 * read is a {@link foresail.source.Problem}, and reading goes on behind it.
 */
package foresail.source;
