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
    static partial void AddEngine(IRequestExecutorBuilder server) => server
        .AddConvention<IFilterConvention>(static _ => new FilterConventionExtension(static filters => filters
            .BindRuntimeType<SpectrumPoint, SpectrumPointFilterType>()
            .BindRuntimeType<SpectrumRowTotals, SpectrumRowTotalsFilterType>()
            .BindRuntimeType<SpectrumMetrics, SpectrumMetricsFilterType>()))
        .AddConvention<ISortConvention>(static _ => new SortConventionExtension(static orders => orders
            .Provider(new ValueSortProvider())
            .BindRuntimeType<SpectrumPoint, SpectrumPointSortType>()
            .BindRuntimeType<SpectrumRowTotals, SpectrumRowTotalsSortType>()
            .BindRuntimeType<SpectrumMetrics, SpectrumMetricsSortType>()
            .BindRuntimeType<SpectrumSummaryRow, SortInputType<SpectrumSummaryRow>>()));

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
        services.AddSingleton(new FieldCalls(
            nameof(Zone), field, most * ZoneArguments.MaxZones, context => KeysOf(ofZone(context, context.Parent<Zone>().Id))));

        // A field with invalid arguments makes no call.
        IEnumerable<CacheKey> KeysOf(Result<T> request) => request.Value is { } valid ? keysOf(valid) : [];
    }
}
