using HotChocolate.Configuration;
using HotChocolate.Internal;
using HotChocolate.Types.Descriptors.Configurations;
using HotChocolate.Types.Pagination;

// HotChocolate tells the type of a list's items at run time, and this build is never compiled to native code.
#pragma warning disable RS0030

namespace Gateway.Columns;

/// <summary>
/// Pages of lists that are renewed: a cursor has the version of its list. HotChocolate's own are places only, which are others in the next
/// answer.
/// </summary>
internal sealed class PagingProvider : CursorPagingProvider
{
    private const string Version = "Gateway.Version";

    public static void AddTo(IRequestExecutorBuilder server) => server
        .AddCursorPagingProvider<PagingProvider>(defaultProvider: true)
        .TryAddTypeInterceptor(static _ => new Versions());

    public override bool CanHandle(IExtendedType source) => source.IsArrayOrList;

    protected override CursorPagingHandler CreateHandler(IExtendedType source, PagingOptions options) =>
        (CursorPagingHandler)Activator.CreateInstance(
            typeof(Handler<>).MakeGenericType(source.ElementType?.Source ?? source.Source), options)!;

    private sealed class Handler<T>(PagingOptions options) : CursorPagingHandler(options)
    {
        protected override ValueTask<Connection> SliceAsync(IResolverContext context, object source, CursorPagingArguments arguments)
        {
            var version = context.GetLocalStateOrDefault<string>(Version);
            var list = source as IReadOnlyList<T> ?? [.. (IEnumerable<T>)source];
            var start = Math.Min(PlaceOf("after", arguments.After, version) + 1 ?? 0, list.Count);
            var end = Math.Max(start, Math.Min(PlaceOf("before", arguments.Before, version) ?? list.Count, list.Count));
            end = Math.Min(end, start + (arguments.First ?? list.Count));
            start = Math.Max(start, end - (arguments.Last ?? list.Count));
            Edge<T>[] edges =
                [.. Enumerable.Range(start, end - start).Select(index => new Edge<T>(list[index], Cursors.Write(index, version)))];
            return new(new Connection<T>(
                edges,
                new ConnectionPageInfo(
                    end < list.Count, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor),
                list.Count));
        }

        private static int? PlaceOf(string argument, string? cursor, string? version) =>
            cursor is null ? null
            : !Cursors.TryRead(cursor, out var index, out var of) ? throw Refuse($"`{argument}` is no cursor of this list.")
            : of != version ? throw Refuse(
                $"`{argument}` is a place in another answer: one that was renewed since, or that has other arguments. "
                    + "Begin with the first page.")
            : index;

        private static GraphQLException Refuse(string message) =>
            new(ErrorBuilder.New().SetMessage(message).SetCode("HC0078").Build());
    }

    /// <summary>Keeps the version of a list whose filter and order make another list of it.</summary>
    private sealed class Versions : TypeInterceptor
    {
        public override void OnBeforeCompleteType(ITypeCompletionContext completionContext, TypeSystemConfiguration configuration)
        {
            if (configuration is ObjectTypeConfiguration type)
            {
                foreach (var field in type.Fields.Where(static field =>
                    field.MiddlewareConfigurations.Any(static each => each.Key == WellKnownMiddleware.Paging)))
                {
                    field.MiddlewareConfigurations.Add(
                        new FieldMiddlewareConfiguration(static next => context => KeepAsync(context, next)));
                }
            }
        }

        private static async ValueTask KeepAsync(IMiddlewareContext context, FieldDelegate next)
        {
            await next(context);
            if (context.Result is IVersioned { Version: var version })
            {
                context.SetLocalState(Version, version);
            }
        }
    }
}
