using HotChocolate.Configuration;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Execution;
using HotChocolate.Types.Descriptors.Configurations;

// HotChocolate tells the type of a list's items at run time, and this build is never compiled to native code.
#pragma warning disable RS0030

namespace Gateway.Hosting;

/// <summary>
/// Bounds what an HTTP request builds. HotChocolate has a whole answer in memory before its size is known. So lists and texts that have a
/// price count as the least that they take as JSON. They fail where they and all before them exceed the limit: that answer is cut there
/// anyway (<see cref="LargeResponses"/>). What is before is the order of the response, since fields are executed side by side.
/// What is built takes memory of <see cref="IResponseMemory"/>.
/// </summary>
internal sealed class ResponseBudget(int limit, Func<IResponseShare> open) : IDisposable
{
    // A comma; and the quotes, the colon, the comma and the value of a field.
    private const int ItemBytes = 2;
    private const int FieldBytes = 5;

    // HotChocolate takes several times the least until it has written the answer.
    private const int MemoryFactor = 4;

    private const string RequestIndex = "Gateway.RequestIndex";

    private readonly Lock _gate = new();
    private readonly SortedList<(int Request, int Field), long> _bytes = [];
    private IResponseShare? _share;
    private long _total;

    /// <summary>The bytes that there is memory for.</summary>
    public long Granted { get; private set; } = IResponseMemory.Threshold;

    /// <summary>Why there is no memory for the response; null if there is.</summary>
    public IError? Refusal { get; private set; }

    public static void AddTo(IRequestExecutorBuilder server, int limit) => server
        .TryAddTypeInterceptor(_ => new Fields(limit))
        .UseRequest(
            static (_, next) => context =>
            {
                context.ContextData[RequestIndex] = context.RequestIndex;
                return next(context);
            },
            key: nameof(ResponseBudget),
            before: WellKnownRequestMiddleware.DocumentCacheMiddleware);

    /// <summary>Takes memory for the whole response.</summary>
    public void Grow(long bytes)
    {
        if (Refusal is null && bytes > Granted)
        {
            _share ??= open();
            Refusal = _share.Grow((int)(bytes - Granted));
            Granted = bytes;
        }
    }

    public void Dispose() => _share?.Dispose();

    /// <summary>Adds to a field of the query type.</summary>
    /// <returns>Whether it fits.</returns>
    private bool TryAdd((int Request, int Field) at, long bytes)
    {
        lock (_gate)
        {
            _bytes[at] = _bytes.GetValueOrDefault(at) + bytes;
            _total += bytes;
            Grow(Math.Min(MemoryFactor * _total, limit));
            return Refusal is null && _bytes.TakeWhile(each => each.Key.CompareTo(at) <= 0).Sum(static each => each.Value) <= limit;
        }
    }

    /// <summary>Counts the items of a list.</summary>
    private abstract class Items
    {
        public static Items? Of(Type? list) => list?.GetInterfaces().Append(list)
            .FirstOrDefault(static each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } items
            && list != typeof(string)
                ? (Items)Activator.CreateInstance(typeof(Items<>).MakeGenericType(items.GetGenericArguments()))!
                : null;

        /// <summary>Counts items; a list that would be made while it is written is made here.</summary>
        public abstract int Count(ref object? list);
    }

    private sealed class Items<T> : Items
    {
        public override int Count(ref object? list)
        {
            if (list is not IReadOnlyCollection<T> items)
            {
                if (list is not IEnumerable<T> lazy)
                {
                    return 0;
                }

                list = items = [.. lazy];
            }

            return items.Count;
        }
    }

    /// <summary>
    /// Adds the count to lists and texts that have a price. Other fields are read without a resolver's overhead, and stay so.
    /// </summary>
    private sealed class Fields(int limit) : TypeInterceptor
    {
        public override void OnBeforeCompleteType(ITypeCompletionContext completionContext, TypeSystemConfiguration configuration)
        {
            if (configuration is not ObjectTypeConfiguration type)
            {
                return;
            }

            foreach (var field in type.Fields)
            {
                var hasPrice = field.MiddlewareConfigurations.Count > 0
                    || field.Directives.Any(static directive => directive.Value is CostDirective);
                var items = Items.Of(field.ResultType);
                if (hasPrice && (items is not null || field.ResultType == typeof(string)))
                {
                    field.MiddlewareConfigurations.Insert(
                        0, new FieldMiddlewareConfiguration(next => context => AddAsync(context, items, next)));
                }
            }
        }

        private async ValueTask AddAsync(IMiddlewareContext context, Items? items, FieldDelegate next)
        {
            var budget = context.ContextData.TryGetValue(nameof(HttpContext), out var http)
                ? ((HttpContext)http!).Items[typeof(ResponseBudget)] as ResponseBudget
                : null;
            var at = budget is null ? default : ((int)context.ContextData[RequestIndex]!, IndexOf(context));
            if (budget?.TryAdd(at, 0) is false)
            {
                Refuse(context);
                return;
            }

            await next(context);
            var list = context.Result;
            var bytes = list is string text ? text.Length
                : items is null ? 0
                : items.Count(ref list) * (ItemBytes + (context.Selection.Type.NamedType() is ObjectType
                    ? context.Select().Sum(static field => (long)field.ResponseName.Length + FieldBytes)
                    : 0));
            context.Result = list;
            if (budget?.TryAdd(at, bytes) is false)
            {
                Refuse(context);
            }
        }

        private void Refuse(IMiddlewareContext context)
        {
            context.Result = null;
            context.ReportError(LargeResponses.TooLarge(context.Path, limit));
        }

        private static int IndexOf(IMiddlewareContext context)
        {
            var name = (string)context.Path.ToList()[0];
            var index = 0;
            foreach (var selection in context.Operation.RootSelectionSet.Selections)
            {
                if (selection.ResponseName == name)
                {
                    break;
                }

                index++;
            }

            return index;
        }
    }
}
