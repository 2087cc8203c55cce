using Gateway.Caching;
using Gateway.Columns;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using HotChocolate.Data.Filters;
using HotChocolate.Data.Sorting;

namespace Gateway.Spectrum;

internal static partial class SpectrumServices
{
    private const string AppField = "app";

    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        AddAppCalls(server.Services, nameof(SpectrumDimensions));
        AddAppCalls(server.Services, nameof(SpectrumCurrentApp));
        server
            .AddConvention<IFilterConvention>(static _ => new FilterConventionExtension(static filters => filters
                .BindInstants()
                .BindRuntimeType<SpectrumPoint, SpectrumPointFilterType>()
                .BindRuntimeType<SpectrumRowTotals, SpectrumRowTotalsFilterType>()
                .BindRuntimeType<SpectrumMetrics, SpectrumMetricsFilterType>()))
            .AddConvention<ISortConvention>(static _ => new SortConventionExtension(static orders => orders
                .Provider(new ValueSortProvider())
                .BindRuntimeType<SpectrumPoint, SpectrumPointSortType>()
                .BindRuntimeType<SpectrumRowTotals, SpectrumRowTotalsSortType>()
                .BindRuntimeType<SpectrumMetrics, SpectrumMetricsSortType>()
                .BindRuntimeType<SpectrumSummaryRow, SortInputType<SpectrumSummaryRow>>()));
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
        services.AddSingleton(new FieldCalls("Query", field, most, context =>
            [.. AppKeys(context, context.ArgumentValue<string>("zoneId")), .. KeysOf(ofQuery(context))]));
        services.AddSingleton(new FieldCalls(
            nameof(Zone),
            field,
            most * ZoneArguments.MaxZones,
            context => [.. AppKeys(context, context.Parent<Zone>().Id), .. KeysOf(ofZone(context, context.Parent<Zone>().Id))]));

        // A field with invalid arguments makes no call.
        IEnumerable<CacheKey> KeysOf(Result<T> request) => request.Value is { } valid ? keysOf(valid) : [];
    }

    /// <summary>
    /// Adds the calls of the field <c>app</c> of a type. The field above it tells their keys: there are no rows before it calls.
    /// </summary>
    private static void AddAppCalls(IServiceCollection services, string type) => services.AddSingleton(
        new FieldCalls(type, AppField, SpectrumAppsRequest.MaxPages * ZoneArguments.MaxZones, static _ => []));

    /// <summary>The keys of <c>spectrumApps</c>, if the rows of a field name their application.</summary>
    private static IEnumerable<CacheKey> AppKeys(IResolverContext context, string zoneId) =>
        (RowFields.RowsOf(context).Any(static row => row.Select("dimensions").IsSelected(AppField))
            || context.Select("apps").IsSelected(AppField))
        && SpectrumAppsRequest.Create(zoneId).Value is { } request
            ? request.CallKeys
            : [];
}
