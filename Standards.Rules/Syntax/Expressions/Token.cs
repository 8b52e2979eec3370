namespace Standards.Rules.Syntax.Expressions;

internal enum TokenKind
{
    End,

    /// <summary>Characters that belong to no token; reported by the lexer.</summary>
    Bad,
    Identifier,
    Int,
    Double,
    String,
    True,
    False,
    Null,
    In,
    Question,
    Colon,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Not,
    Dot,
    Comma,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
}

/// <summary>A token of the expression language; its text stays in the source.</summary>
internal readonly record struct Token(TokenKind Kind, int Offset, int Length)
{
    public int End => Offset + Length;
}
