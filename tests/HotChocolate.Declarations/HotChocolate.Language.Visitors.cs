namespace HotChocolate.Language.Visitors;

public interface ISyntaxRewriter<in TContext>
{
    ISyntaxNode? Rewrite(ISyntaxNode node, TContext context);
}

public class SyntaxRewriter<TContext> : ISyntaxRewriter<TContext>
{
    public virtual ISyntaxNode? Rewrite(ISyntaxNode node, TContext context) => throw null!;

    protected virtual ISyntaxNode? OnRewrite(ISyntaxNode node, TContext context) => throw null!;
}
