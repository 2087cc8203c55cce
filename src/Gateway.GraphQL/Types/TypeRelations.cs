using System.Collections.Frozen;

namespace Gateway.GraphQL.Types;

/// <summary>Computes the relations between the types of a schema.</summary>
internal static class TypeRelations
{
    public static Dictionary<NamedType, HashSet<ObjectType>> PossibleTypes(IReadOnlyList<NamedType> types)
    {
        var possible = types.Where(type => type.IsComposite).ToDictionary(type => type, _ => new HashSet<ObjectType>());
        foreach (var type in types)
        {
            if (type is ObjectType objectType)
            {
                possible[type].Add(objectType);
                foreach (var implemented in objectType.Interfaces)
                {
                    possible[implemented].Add(objectType);
                }
            }
            else if (type is UnionType union)
            {
                possible[type].UnionWith(union.Types);
            }
        }

        return possible;
    }

    /// <summary>The composite types that have an asynchronous field, directly or at any depth below.</summary>
    public static FrozenSet<NamedType> ReachingAsync(
        IReadOnlyList<NamedType> types, FrozenDictionary<NamedType, FrozenSet<ObjectType>> possibleTypes)
    {
        var reaching = new HashSet<NamedType>();
        int before;
        do
        {
            before = reaching.Count;
            foreach (var type in types)
            {
                if (possibleTypes.TryGetValue(type, out var possible) && possible.Any(Reaches))
                {
                    reaching.Add(type);
                }
            }
        }
        while (reaching.Count > before);

        return reaching.ToFrozenSet();

        bool Reaches(ObjectType type) =>
            type.Fields.Any(field => field.Resolver is { IsAsync: true } || reaching.Contains(field.Type.Named));
    }
}
