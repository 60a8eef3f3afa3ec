/**
 * What is wrong and what it means: the rules of the folder rules/, evaluated.
 *
 * <p>A run reads only the index that the build makes of the folder; a rule's prose is read where
 * somebody sees it.
 */
package foresail.rule;
