/*
 * The grammar of Kwix. Every decision is made by one token, so that the generated code is plain recursive descent; what needs
 * more is settled by the scanner (`{` of formals, a name before `:`, the head of a binding, `let {`) or by the operator stack.
 * Actions build the tree; `TreeActions` holds them. A rule takes no arguments and returns nothing: it leaves one tree (`elements` and
 * `parts` some) on a stack, from which the action of the rule around it takes it. So no context objects are needed, and the build
 * takes them out of the generated code.
 */
parser grammar KwixParser;

options {
    superClass = TreeActions;
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

file
    : expression EOF
    ;

expression
    : PARAMETER { parameter(); } ( AT formals { aliased(); } )? COLON expression { lambda(); }
    | formals ( AT PARAMETER { parameter(); aliased(); } )? COLON expression { lambda(); }
    | IF expression THEN expression ELSE expression { conditional(); }
    | ASSERT expression SEMICOLON expression { assertion(); }
    | WITH expression SEMICOLON expression { with(); }
    | LET bindings IN expression { let(); }
    | { openOperation(); }
        operand
        (
            { operator(); }
            ( MINUS | PLUS | TIMES | DIVIDE | CONCAT | UPDATE | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | EQUAL | NOT_EQUAL
            | AND | LOGICAL_OR | IMPLIES | PIPE_FORWARD | PIPE_BACKWARD )
            operand
        )*
        { closeOperation(); }
    ;
    catch [NoViableAltException nothing] { push(missingExpression()); }

/* An application with the prefix operators before it, which go to the operator stack, since `!` binds looser than `+`. */
operand
    @init { int mark = mark(); }
    : ( { prefix(); } ( NOT | MINUS ) )*
      select
      ( select+ { apply(mark); } )?
      ( QUESTION { beforeTest(); } attributePath { hasAttribute(); } )*
    ;

select
    @init { int mark = mark(); }
    : ( IDENTIFIER { variable(); }
      | INTEGER { integer(); }
      | FLOAT { floating(); }
      | URL { url(); }
      | SEARCH_PATH { searchPath(); }
      | STRING { plainString(); }
      | INDENTED_STRING { plainIndentedString(); }
      | PATH { plainPath(); }
      | STRING_OPEN parts STRING_CLOSE { string(mark); }
      | INDENTED_OPEN parts INDENTED_CLOSE { indentedString(mark); }
      | PATH_OPEN parts PATH_CLOSE { path(mark); }
      | L_PAREN expression R_PAREN { parenthesized(); }
      | L_BRACKET elements R_BRACKET { list(mark); }
      | L_BRACE bindings R_BRACE { attributeSet(false); }
      | REC L_BRACE bindings R_BRACE { attributeSet(true); }
      | LEGACY_LET L_BRACE bindings R_BRACE { legacyLet(); }
      )
      ( DOT attributePath { attribute(); } ( OR select { fallback(); } )?
      | OR { applyToOr(); }
      )?
    ;
    catch [NoViableAltException nothing] { push(missingExpression()); }

/* Elements, and what cannot be one: errors, after which the list goes on. */
elements
    : ( select
      | ( COMMA | NOT | MINUS | PLUS | TIMES | DIVIDE | CONCAT | UPDATE | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL
        | EQUAL | NOT_EQUAL | AND | LOGICAL_OR | IMPLIES | PIPE_FORWARD | PIPE_BACKWARD | QUESTION | PARAMETER | COLON | AT | IF
        | THEN | ELSE | ASSERT | WITH | INHERIT | ELLIPSIS | SEMICOLON | UNKNOWN ) { strayElement(); }
      )*
    ;

/* The pieces of a string or path: text and interpolations. */
parts
    : ( TEXT { text(); }
      | INTERPOLATION { int from = last(); } expression R_BRACE { interpolation(from); }
      )*
    ;

attributePath
    @init { int mark = mark(); }
    : ( BINDING_NAME { plainName(); } | attributeName ) ( DOT attributeName )* { attributePath(mark); }
    ;
    catch [NoViableAltException nothing] {
        push(missingName());
        attributePath(mark);
    }

attributeName
    @init { int mark = mark(); }
    : ( IDENTIFIER | OR ) { plainName(); }
    | STRING { quotedName(); }
    | STRING_OPEN parts STRING_CLOSE { stringName(mark); }
    | INTERPOLATION expression R_BRACE { dynamicName(); }
    ;
    catch [NoViableAltException nothing] { push(missingName()); }

/* A list of bindings, and of what cannot begin one: errors, after which the bindings go on. */
bindings
    @init { int mark = mark(); }
    : ( binding
      | ( PARAMETER | COLON | AT | SEMICOLON | COMMA | DOT | ELLIPSIS | ASSIGN | QUESTION | NOT | MINUS | PLUS | TIMES | DIVIDE
        | CONCAT | UPDATE | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | EQUAL | NOT_EQUAL | AND | LOGICAL_OR | IMPLIES
        | PIPE_FORWARD | PIPE_BACKWARD | IF | THEN | ELSE | ASSERT | WITH | LET | LEGACY_LET | REC | INTEGER | FLOAT | URL
        | SEARCH_PATH | PATH | PATH_OPEN | INDENTED_STRING | INDENTED_OPEN | L_PAREN | L_BRACKET | L_BRACE | FORMALS_BRACE
        | UNKNOWN ) { push(strayBinding()); }
      )*
      { bindings(mark); }
    ;

binding
    @init { int mark = mark(); }
    : INHERIT ( L_PAREN expression R_PAREN )? ( attributeName { inheritedName(); } )* SEMICOLON { inherit(mark); }
    | attributePath ASSIGN expression SEMICOLON { definition(); }
    ;

/* Looser than the language: `formals` in `TreeActions` rejects what a comma too many or a name after `...` makes of it. */
formals
    @init { int mark = mark(); }
    : FORMALS_BRACE
      ( formal | ELLIPSIS )?
      ( COMMA { comma(); } ( formal | ELLIPSIS )? )*
      R_BRACE { formals(mark); }
    ;

formal
    @init { int mark = mark(); }
    : IDENTIFIER ( QUESTION expression )? { formal(mark); }
    ;
