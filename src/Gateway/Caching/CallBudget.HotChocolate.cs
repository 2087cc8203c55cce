using System.Collections.Immutable;
using HotChocolate.Configuration;
using HotChocolate.Execution;
using HotChocolate.Execution.Processing;
using HotChocolate.Types.Descriptors.Configurations;
using RequestDelegate = HotChocolate.Execution.RequestDelegate;

namespace Gateway.Caching;

/// <content>
/// HotChocolate knows a field's arguments, and which objects it is selected on, while it executes the operation. So an operation that may
/// have too many calls is executed twice: the first time, fields tell the keys of their requests in place of asking for them.
/// </content>
internal sealed partial class CallBudget
{
    private const string Keys = "Gateway.CallBudget";

    public static void AddTo(IRequestExecutorBuilder server)
    {
        server.Services.AddSingleton<CallBudget>();
        server.AddApplicationService<CallBudget>()
            .TryAddTypeInterceptor(static services => new Fields(services.GetRequiredService<CallBudget>()))
            .UseRequest(
                static (pipeline, next) => pipeline.Services.GetRequiredService<CallBudget>().Limit(next),
                key: nameof(CallBudget),
                before: WellKnownRequestMiddleware.ConcurrencyGateMiddleware);
    }

    private RequestDelegate Limit(RequestDelegate next) => async context =>
    {
        // Most operations can't have as many calls, whatever their arguments.
        if (!context.ContextData.ContainsKey(Keys)
            && context.TryGetOperation(out var operation) && Most(operation.RootSelectionSet) > _most
            && Check(await KeysOfAsync(context)) is { } error)
        {
            context.Result = OperationResult.FromError(error);
            return;
        }

        await next(context);
    };

    /// <summary>
    /// Executes the operation as a request of its own: a context has memory for one execution. It doesn't flow there, because the data
    /// loaders of the request itself would be those of this one.
    /// </summary>
    private static async ValueTask<HashSet<CacheKey>> KeysOfAsync(RequestContext context)
    {
        var keys = new HashSet<CacheKey>();
        var state = new Dictionary<string, object?>(context.Request.ContextData ?? ImmutableDictionary<string, object?>.Empty)
        {
            [Keys] = keys,
        };
        var executors = context.RequestServices.GetRequiredService<IRequestExecutorProvider>();
        var executor = await executors.GetExecutorAsync(cancellationToken: context.RequestAborted);
        await using var services = context.RequestServices.CreateAsyncScope();
        var request = ((OperationRequest)context.Request).WithContextData(state).WithServices(services.ServiceProvider);
        Task<IExecutionResult> running;
        using (ExecutionContext.SuppressFlow())
        {
            running = Task.Run(() => executor.ExecuteAsync(request, context.RequestAborted), context.RequestAborted);
        }

        await using var result = await running;
        return keys;
    }

    private long Most(SelectionSet set)
    {
        var most = 0L;
        foreach (var selection in set.Selections)
        {
            most += _fields.GetValueOrDefault((set.Type.Name, selection.Field.Name))?.Most ?? 0;
            if (selection.Field.Type.NamedType() is ObjectType type)
            {
                most += Most(selection.GetSelectionSet(type));
            }
        }

        return most;
    }

    private sealed class Fields(CallBudget budget) : TypeInterceptor
    {
        public override void OnBeforeCompleteType(ITypeCompletionContext completionContext, TypeSystemConfiguration configuration)
        {
            if (configuration is ObjectTypeConfiguration type)
            {
                foreach (var field in type.Fields)
                {
                    if (budget._fields.TryGetValue((type.Name, field.Name), out var calls))
                    {
                        field.MiddlewareConfigurations.Insert(
                            0, new FieldMiddlewareConfiguration(next => context => TellAsync(context, calls, next)));
                    }
                }
            }
        }

        private static ValueTask TellAsync(IMiddlewareContext context, FieldCalls calls, FieldDelegate next)
        {
            if (!context.ContextData.TryGetValue(Keys, out var keys))
            {
                return next(context);
            }

            // A field with invalid arguments reports them, and makes no call.
            var all = (HashSet<CacheKey>)keys!;
            CacheKey[] told = [.. calls.KeysOf(context)];
            lock (all)
            {
                all.UnionWith(told);
            }

            context.Result = null;
            return default;
        }
    }
}

/// <summary>A field that calls Cloudflare.</summary>
/// <param name="Type">The name of the type that the field belongs to.</param>
/// <param name="Name">The name of the field.</param>
/// <param name="Most">The most calls that one such field can make, over all objects that it is selected on.</param>
/// <param name="KeysOf">
/// The keys of the field's requests, and of those that fields below it make; none if its arguments are invalid, or if it is below another.
/// </param>
internal sealed record FieldCalls(string Type, string Name, int Most, Func<IResolverContext, IEnumerable<CacheKey>> KeysOf);
