/*
 * The grammar of Kwix. Every decision is made by one token, so that the generated code is plain recursive descent; what needs
 * more is settled by the scanner (`{` of formals, a name before `:`, the head of a binding, `let {`) or by the operator stack.
 * Actions build the tree; `TreeActions` holds them.
 */
parser grammar KwixParser;

options {
    superClass = TreeActions;
}

@header {
import kwix.grammar.tree.AttributeName;
import kwix.grammar.tree.AttributePath;
import kwix.grammar.tree.Binding;
import kwix.grammar.tree.Expression;
import kwix.grammar.tree.Formal;
import kwix.grammar.tree.Parameter;
}

tokens {
    IDENTIFIER,
    /* an identifier directly before `:` or `@` */
    PARAMETER,
    /* the identifier that begins `name.name =` */
    BINDING_NAME,
    OR, IF, THEN, ELSE, ASSERT, WITH, LET, LEGACY_LET, IN, REC, INHERIT,
    INTEGER, FLOAT, URL, SEARCH_PATH,
    PATH, PATH_OPEN, PATH_CLOSE,
    STRING, STRING_OPEN, TEXT, STRING_CLOSE,
    INDENTED_STRING, INDENTED_OPEN, INDENTED_CLOSE,
    INTERPOLATION,
    L_PAREN, R_PAREN, L_BRACKET, R_BRACKET,
    L_BRACE, FORMALS_BRACE, R_BRACE,
    SEMICOLON, COMMA, COLON, AT, DOT, ELLIPSIS, ASSIGN, QUESTION,
    NOT, MINUS, PLUS, TIMES, DIVIDE, CONCAT, UPDATE,
    LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL,
    AND, LOGICAL_OR, IMPLIES, PIPE_FORWARD, PIPE_BACKWARD,
    UNKNOWN
}

file returns [Expression tree]
    : expression EOF { $tree = $expression.tree; }
    ;

expression returns [Expression tree]
    locals [int from]
    @init { $from = position(); }
    : PARAMETER ( AT p=formals )? COLON b=expression
        { $tree = lambda($from, $p.ctx == null ? parameter($from) : aliased($p.tree, parameter($from)), $b.tree); }
    | p=formals { Parameter.Formals f = $p.tree; } ( AT PARAMETER { f = aliased(f, parameter(position() - 1)); } )? COLON b=expression
        { $tree = lambda($from, f, $b.tree); }
    | IF c=expression THEN t=expression ELSE e=expression { $tree = conditional($from, $c.tree, $t.tree, $e.tree); }
    | ASSERT c=expression SEMICOLON b=expression { $tree = assertion($from, $c.tree, $b.tree); }
    | WITH c=expression SEMICOLON b=expression { $tree = with($from, $c.tree, $b.tree); }
    | LET l=bindings IN b=expression { $tree = let($from, $l.list, $b.tree); }
    | { openOperation(); }
        operand { push($operand.tree); }
        (
            { operator(); }
            ( MINUS | PLUS | TIMES | DIVIDE | CONCAT | UPDATE | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | EQUAL | NOT_EQUAL
            | AND | LOGICAL_OR | IMPLIES | PIPE_FORWARD | PIPE_BACKWARD )
            operand { push($operand.tree); }
        )*
        { $tree = closeOperation(); }
    ;
    catch [NoViableAltException nothing] { _localctx.tree = missingExpression(); }

/* An application with the prefix operators before it, which go to the operator stack, since `!` binds looser than `+`. */
operand returns [Expression tree]
    locals [int mark]
    : ( { prefix(); } ( NOT | MINUS ) )*
      f=select { $tree = $f.tree; }
      ( { $mark = mark(); } ( a=select { push($a.tree); } )+ { $tree = apply($tree, $mark); } )?
      ( QUESTION { $tree = beforeTest($tree); } p=attributePath { $tree = hasAttribute($tree, $p.tree); } )*
    ;

select returns [Expression tree]
    locals [int from]
    @init { $from = position(); }
    : ( IDENTIFIER { $tree = variable(); }
      | INTEGER { $tree = integer(); }
      | FLOAT { $tree = floating(); }
      | URL { $tree = url(); }
      | SEARCH_PATH { $tree = searchPath(); }
      | STRING { $tree = plainString(); }
      | INDENTED_STRING { $tree = plainIndentedString(); }
      | PATH { $tree = plainPath(); }
      | STRING_OPEN s=parts STRING_CLOSE { $tree = string($from, $s.mark); }
      | INDENTED_OPEN s=parts INDENTED_CLOSE { $tree = indentedString($from, $s.mark); }
      | PATH_OPEN s=parts PATH_CLOSE { $tree = path($from, $s.mark); }
      | L_PAREN e=expression R_PAREN { $tree = parenthesized($from, $e.tree); }
      | L_BRACKET l=elements R_BRACKET { $tree = list($from, $l.mark); }
      | L_BRACE b=bindings R_BRACE { $tree = attributeSet($from, false, $b.list); }
      | REC L_BRACE b=bindings R_BRACE { $tree = attributeSet($from, true, $b.list); }
      | LEGACY_LET L_BRACE b=bindings R_BRACE { $tree = legacyLet($from, $b.list); }
      )
      ( DOT p=attributePath ( OR d=select )? { $tree = attribute($tree, $p.tree, $d.ctx == null ? null : $d.tree); }
      | OR { $tree = applyToOr($tree); }
      )?
    ;
    catch [NoViableAltException nothing] { _localctx.tree = missingExpression(); }

/* Elements, and what cannot be one: errors, after which the list goes on. */
elements returns [int mark]
    @init { $mark = mark(); }
    : ( e=select { push($e.tree); }
      | ( COMMA | NOT | MINUS | PLUS | TIMES | DIVIDE | CONCAT | UPDATE | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL
        | EQUAL | NOT_EQUAL | AND | LOGICAL_OR | IMPLIES | PIPE_FORWARD | PIPE_BACKWARD | QUESTION | PARAMETER | COLON | AT | IF
        | THEN | ELSE | ASSERT | WITH | INHERIT | ELLIPSIS | SEMICOLON | UNKNOWN ) { strayElement(); }
      )*
    ;

/* The pieces of a string or path, text and interpolations, left on the stack. */
parts returns [int mark]
    @init { $mark = mark(); }
    : ( TEXT { text(); }
      | INTERPOLATION { int from = position() - 1; } e=expression R_BRACE { interpolation(from, $e.tree); }
      )*
    ;

attributePath returns [AttributePath tree]
    locals [int mark]
    @init { $mark = mark(); }
    : ( BINDING_NAME { push(plainName()); } | n=attributeName { push($n.tree); } ) ( DOT n=attributeName { push($n.tree); } )* { $tree = attributePath($mark); }
    ;
    catch [NoViableAltException nothing] {
        push(missingName());
        _localctx.tree = attributePath(_localctx.mark);
    }

attributeName returns [AttributeName tree]
    locals [int from]
    @init { $from = position(); }
    : ( IDENTIFIER | OR ) { $tree = plainName(); }
    | STRING { $tree = quotedName(); }
    | STRING_OPEN s=parts STRING_CLOSE { $tree = stringName($from, $s.mark); }
    | INTERPOLATION e=expression R_BRACE { $tree = dynamicName($from, $e.tree); }
    ;
    catch [NoViableAltException nothing] { _localctx.tree = missingName(); }

/* Bindings, and what cannot begin one: errors, after which the bindings go on. */
bindings returns [List<Binding> list]
    locals [int mark]
    @init { $mark = mark(); }
    : ( b=binding { push($b.tree); }
      | ( PARAMETER | COLON | AT | SEMICOLON | COMMA | DOT | ELLIPSIS | ASSIGN | QUESTION | NOT | MINUS | PLUS | TIMES | DIVIDE
        | CONCAT | UPDATE | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | EQUAL | NOT_EQUAL | AND | LOGICAL_OR | IMPLIES
        | PIPE_FORWARD | PIPE_BACKWARD | IF | THEN | ELSE | ASSERT | WITH | LET | LEGACY_LET | REC | INTEGER | FLOAT | URL
        | SEARCH_PATH | PATH | PATH_OPEN | INDENTED_STRING | INDENTED_OPEN | L_PAREN | L_BRACKET | L_BRACE | FORMALS_BRACE
        | UNKNOWN ) { push(strayBinding()); }
      )*
      { $list = bindings($mark); }
    ;

binding returns [Binding tree]
    locals [int from, int mark]
    @init { $from = position(); }
    : INHERIT ( L_PAREN e=expression R_PAREN )? { $mark = mark(); } ( n=attributeName { inheritedName($n.tree); } )* SEMICOLON
        { $tree = inherit($from, $e.ctx == null ? null : $e.tree, $mark); }
    | p=attributePath ASSIGN v=expression SEMICOLON { $tree = definition($from, $p.tree, $v.tree); }
    ;

/* Looser than the language: `formals` in `TreeActions` rejects what a comma too many or a name after `...` makes of it. */
formals returns [Parameter.Formals tree]
    locals [int from, int mark]
    @init { $from = position(); $mark = mark(); }
    : FORMALS_BRACE
      ( f=formal { push($f.tree); } | ELLIPSIS )?
      ( COMMA { comma(); } ( f=formal { push($f.tree); } | ELLIPSIS )? )*
      R_BRACE { $tree = formals($from, $mark); }
    ;

formal returns [Formal tree]
    locals [int from]
    @init { $from = position(); }
    : IDENTIFIER ( QUESTION e=expression )? { $tree = formal($from, $e.ctx == null ? null : $e.tree); }
    ;
