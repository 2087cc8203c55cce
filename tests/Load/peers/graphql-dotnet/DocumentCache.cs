using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DI;
using GraphQLParser.AST;

namespace GraphQLDotNet;

/// <summary>As GraphQL.NET's package of a document cache: a document that was executed is neither parsed nor validated again.</summary>
internal sealed class DocumentCache
{
    private readonly ConcurrentDictionary<string, GraphQLDocument> _documents = [];

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        var isKnown = _documents.TryGetValue(options.Query!, out var document);
        if (isKnown)
        {
            (options.Document, options.ValidationRules) = (document, []);
        }

        var result = await next(options);
        if (!isKnown && result is { Executed: true, Document: { } parsed })
        {
            _documents.TryAdd(options.Query!, parsed);
        }

        return result;
    }
}
