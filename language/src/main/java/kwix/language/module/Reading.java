package kwix.language.module;

import kwix.grammar.scope.Scopes;
import kwix.grammar.tree.SyntaxTree;

/**
 * A source without errors.
 *
 * @param directory against which relative paths resolve, as bytes
 */
public record Reading(SyntaxTree tree, Scopes scopes, String directory) {}
