using Gateway.Columns;
using Gateway.Radar.Responses;
using HotChocolate.Data.Filters;
using HotChocolate.Data.Sorting;

namespace Gateway.Radar;

internal static partial class RadarServices
{
    // HotChocolate.Data takes a struct for a value that has no keys to sort by.
    static partial void AddEngine(IRequestExecutorBuilder server) => server
        .AddConvention<IFilterConvention>(static _ => new FilterConventionExtension(static filters => filters.BindInstants()))
        .AddConvention<ISortConvention>(static _ => new SortConventionExtension(static orders => orders
            .Provider(new ValueSortProvider())
            .BindRuntimeType<CtPoint, SortInputType<CtPoint>>()));
}
