/**
 * The programs that scripts call and whose behaviour is known: the coreutils, and clients of the
 * network. A program is a function from an {@link foresail.script.command.Invocation} to an {@link
 * foresail.script.command.Outcome}; where it must wait, the outcome says for what, and what comes
 * after it. {@link foresail.script.command.Commands} lists all of them.
 */
package foresail.script.command;
