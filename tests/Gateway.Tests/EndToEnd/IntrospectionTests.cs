using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Snapshooter.Xunit3;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// What tools read of the schema. The exported schema shows the order of its parts, and this shows them sorted, so that a difference is one
/// of content.
/// </summary>
public sealed class IntrospectionTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The query of graphql-js, getIntrospectionQuery, with all of its options.</summary>
    private const string Query = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives {
              name description isRepeatable locations
              args(includeDeprecated: true) { ...InputValue }
            }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description
            args(includeDeprecated: true) { ...InputValue }
            type { ...TypeRef }
            isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
        }
        """;

    [Fact]
    public async Task The_introspection_is_what_it_was() =>
        Snapshot.Match(Sorted((await app.AskAsync(Query)).Data()["__schema"])!.ToJsonString(Readable));

    /// <summary>Sorts lists by name, prints references to types as they are written, and omits null.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(Sorted).OrderBy(static item => KeyOf(item!), StringComparer.Ordinal)]),
        JsonObject entry when entry.ContainsKey("ofType") => JsonValue.Create(Reference(entry)),
        JsonObject entry => new JsonObject(entry.Where(static property => property.Value is not null)
            .Select(static property => KeyValuePair.Create(property.Key, Sorted(property.Value)))),
        _ => node?.DeepClone(),
    };

    private static string KeyOf(JsonNode node) => (node as JsonObject)?["name"]?.GetValue<string>() ?? node.ToString();

    private static string Reference(JsonNode type) => type["kind"]!.GetValue<string>() switch
    {
        "NON_NULL" => $"{Reference(type["ofType"]!)}!",
        "LIST" => $"[{Reference(type["ofType"]!)}]",
        _ => type["name"]!.GetValue<string>(),
    };
}
