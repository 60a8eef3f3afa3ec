/** From words to text: patterns, regular expressions, arithmetic and the expansions of a shell. */
package foresail.script.word;
