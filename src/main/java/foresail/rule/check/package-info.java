/** The conditions of rules that are written in Java: one small class for each. */
package foresail.rule.check;
