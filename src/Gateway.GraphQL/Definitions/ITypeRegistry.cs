using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Finds the GraphQL types of C# types.</summary>
internal interface ITypeRegistry
{
    List<string> Errors { get; }

    NamedType? Output(Type type, bool isId);

    NamedType? Input(Type type, bool isId);

    /// <summary>The stored JSON of lists of a C# type; null for none.</summary>
    ListText? TextOf(Type list);

    DescribedField Configure(string coordinate, bool hasContext, IReadOnlyList<ObjectFieldDescriptorAttribute> attributes);
}
