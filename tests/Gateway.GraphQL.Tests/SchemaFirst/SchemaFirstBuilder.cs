using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>
/// Resolves a field. The result is null, a scalar's C# value, the name of an enum value, any sequence for a list, any object for an object
/// type, or an <see cref="IError"/>. Objects of an interface or union are dictionaries with the name of their type at <c>__typename</c>.
/// </summary>
internal delegate object? Resolver(IResolverContext context);

/// <summary>
/// Builds a schema from the schema definition language, for tests that compare the engine with others. A field without a resolver is read
/// from a dictionary.
/// </summary>
internal sealed class SchemaFirstBuilder
{
    private readonly List<DocumentNode> _documents = [];
    private readonly Dictionary<(string Type, string Field), Resolver> _resolvers = [];

    public static SchemaFirstBuilder New() => new();

    public SchemaFirstBuilder AddDocumentFromString(string sdl)
    {
        _documents.Add(Utf8GraphQLParser.Parse(sdl));
        return this;
    }

    public SchemaFirstBuilder AddResolver(string typeName, string fieldName, Resolver resolve)
    {
        _resolvers[(typeName, fieldName)] = resolve;
        return this;
    }

    /// <exception cref="SchemaException">Something is wrong with the types; the message says what and where.</exception>
    public Schema Create() => new DocumentTypes(_documents, _resolvers).Create();
}
