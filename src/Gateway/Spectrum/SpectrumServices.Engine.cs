using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum;

internal static partial class SpectrumServices
{
    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        AddAppCalls(server.Services, nameof(SpectrumDimensions));
        AddAppCalls(server.Services, nameof(SpectrumCurrentApp));
        server.ConfigureSchema(static schema => schema
            .CacheFragments<SpectrumBytime>(static answer => answer.Fragments, "freshness")
            .CacheFragments<SpectrumSummary>(static answer => answer.Fragments, "freshness")
            .CacheFragments<SpectrumCurrent>(static answer => answer.Fragments, "freshness")
            .CacheFragments<SpectrumApps>(static answer => answer.Fragments, "freshness"));
        server.ConfigureSchema(AddTexts);
    }

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema)
    {
        schema
            .WriteLeaf<TimeInterval>("start", static (in TimeInterval interval) => interval.StartText)
            .WriteLeaf<TimeInterval>("end", static (in TimeInterval interval) => interval.EndText)
            .WriteLeaf<TimeInterval>("complete", static (in TimeInterval interval) => interval.CompleteText)
            .WriteLeaf<SpectrumPoint>("start", static (in SpectrumPoint point) => point.StartText)
            .WriteLeaf<SpectrumPoint>("end", static (in SpectrumPoint point) => point.EndText)
            .WriteLeaf<SpectrumPoint>("complete", static (in SpectrumPoint point) => point.CompleteText);
        foreach (var metric in SpectrumField.Metrics)
        {
            schema.WriteLeaf(metric.Wire(), (in SpectrumPoint point) => point.Text(metric));
        }
    }

    /// <summary>Adds the calls of a field that the query has, and each zone.</summary>
    private static void AddCalls<T>(
        IServiceCollection services,
        string field,
        Func<IResolverContext, Result<T>> ofQuery,
        Func<IResolverContext, string, Result<T>> ofZone,
        Func<T, IEnumerable<CacheKey>> keysOf,
        int most = 1)
        where T : class, ICacheableRequest
    {
        services.AddSingleton(new FieldCalls("Query", field, most, context => KeysOf(ofQuery(context))));
        services.AddSingleton(new FieldCalls(nameof(Zone), field, most * ZoneArguments.MaxZones, (context, parent) =>
            ZoneIdsOf(parent).SelectMany(zoneId => KeysOf(ZoneRequests.Of(context, zoneId, ofZone)))));

        // A field with invalid arguments makes no call.
        IEnumerable<CacheKey> KeysOf(Result<T> request) => request.Value is { } valid ? keysOf(valid) : [];
    }

    /// <summary>Adds the calls of the field <c>app</c> of a type: those of <c>spectrumApps</c> in each zone above it.</summary>
    private static void AddAppCalls(IServiceCollection services, string type) => services.AddSingleton(
        new FieldCalls(type, "app", SpectrumAppsRequest.MaxPages * ZoneArguments.MaxZones, static (_, parent) =>
            ZoneIdsAbove(parent).SelectMany(static id => SpectrumAppsRequest.Create(id).Value?.CallKeys ?? [])));

    /// <summary>The ids of the zones that a field is about, from the first field above it that is of the query or of a zone.</summary>
    private static IEnumerable<string> ZoneIdsAbove(OutlinedField? field)
    {
        while (field is not (null or { Type: "Query" or nameof(Zone) }))
        {
            field = field.Parent;
        }

        return field is { Type: nameof(Zone) } ? ZoneIdsOf(field.Parent)
            : field?.Context?.ArgumentValue<string>("zoneId") is { } id ? [id]
            : [];
    }

    /// <summary>The ids of the zones of a field of the query.</summary>
    private static IEnumerable<string> ZoneIdsOf(OutlinedField? field) => field is not { Context: { } context } ? []
        : field.Name == "zones" ? ZoneArguments.Several(context.ArgumentValue<IReadOnlyList<string>>("ids")).Value ?? []
        : ZoneArguments.One(context.ArgumentValue<string>("id")).Value is { } id ? [id]
        : [];
}
