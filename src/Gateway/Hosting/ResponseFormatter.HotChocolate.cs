using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.AspNetCore.Responses;
using HotChocolate.AspNetCore.Formatters;
using HotChocolate.Execution;
using HotChocolate.Transport.Formatters;

namespace Gateway.Hosting;

/// <summary>
/// Writes responses as the gateway's own engine does: one media type of two, the status of <c>GraphQL:HttpTransport</c>, and no more than
/// <c>GraphQL:Limits:MaxResponseBytes</c>. HotChocolate's own formatter writes a response when it has sent the status already.
/// </summary>
internal sealed class ResponseFormatter(
    GraphQLOptions settings,
    TimeSpan writeTimeout,
    TimeProvider time,
    QuotaReport quota)
    : DefaultHttpResponseFormatter, IHttpResponseFormatter
{
    private readonly int _limit = settings.Limits.MaxResponseBytes;
    private readonly JsonResultFormatter _json =
        new(new JsonResultFormatterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Numbers what refuses a request of a batch, as HotChocolate numbers what it executes: they come as they are ready.</summary>
    public static void AddTo(IRequestExecutorBuilder server) => server.UseRequest(
        static (_, next) => async context =>
        {
            await next(context);
            if (context.RequestIndex >= 0 && context.Result is OperationResult { RequestIndex: null, Errors.Count: > 0 } refusal)
            {
                context.Result = new OperationResult(refusal.Errors, refusal.Extensions)
                {
                    RequestIndex = context.RequestIndex,
                    ContextData = refusal.ContextData,
                };
            }
        },
        key: nameof(ResponseFormatter),
        before: WellKnownRequestMiddleware.InstrumentationMiddleware);

    public new async ValueTask FormatAsync(
        HttpResponse response,
        IExecutionResult result,
        AcceptMediaType[] acceptMediaTypes,
        HttpStatusCode? proposedStatusCode,
        CancellationToken cancellationToken)
    {
        // The endpoint has negotiated it.
        var accepted = acceptMediaTypes is [{ Kind: AcceptMediaTypeKind.ApplicationJson }]
            ? ResponseMediaType.Json
            : ResponseMediaType.GraphQLResponse;
        var all = await ResultsOf(result);
        OperationResult[] results = result is IResponseStream ? [.. all.Select(WithoutIndex)] : all;
        var isList = result is IResponseStream || (proposedStatusCode is null && response.HttpContext.Items[GraphQLEndpoints.List] is true);
        Complete(results, response.HttpContext);

        using var budget = (ResponseBudget)response.HttpContext.Items[typeof(ResponseBudget)]!;
        using var body = new ResponseBuffer(budget) { Limit = _limit };
        var outcome = isList ? RequestOutcome.Batch : OutcomeOf(results[0]);
        Write(results, isList, body);
        if (body.Length > _limit || LargeResponses.IsCut(results))
        {
            LargeResponses.Trim(results, _limit);
            body.Clear();

            // The errors come on top.
            body.Limit = int.MaxValue;
            Write(results, isList, body);
            outcome = isList ? outcome : OutcomeOf(results[0]);
        }

        if (budget.Refusal is { } refusal)
        {
            results = [OperationResult.FromError(refusal)];
            body.Clear();
            Write(results, isList: false, body);
            outcome = RequestOutcome.Overloaded;
        }

        var retryAfter = RetryAfter(results);

        // All of it is in the body by now, which may be read slowly.
        foreach (var each in all)
        {
            await each.DisposeAsync();
        }

        await result.DisposeAsync();
        var status = ResponseStatus.Of(settings.HttpTransport, outcome, accepted);
        response.StatusCode = proposedStatusCode == HttpStatusCode.InternalServerError ? (int)proposedStatusCode : status.Code;
        response.ContentType = status.MediaType.ContentType;
        response.ContentLength = body.Length;
        ResponseHeaders.Set(response);
        if (outcome == RequestOutcome.MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await SendAsync(response, body, cancellationToken);
    }

    /// <summary>Streams, which nobody switched on, are not accepted.</summary>
    protected override RequestFlags CreateRequestFlags(AcceptMediaType acceptMediaType) =>
        RequestFlags.AllowQuery | RequestFlags.AllowMutation;

    private void Complete(OperationResult[] results, HttpContext context)
    {
        foreach (var each in results)
        {
            if (each.Errors is { Count: > 0 })
            {
                each.Errors = [.. each.Errors.Select(ErrorTexts.Shorten)];
            }

            if (each.Data.HasValue && quota.ValueFor(context) is { } left)
            {
                each.Extensions = each.Extensions.SetItem(quota.Name, left);
            }
        }
    }

    /// <summary>The results of a batch in the order of its requests.</summary>
    private static async Task<OperationResult[]> ResultsOf(IExecutionResult result)
    {
        if (result is not IResponseStream batch)
        {
            return [(OperationResult)result];
        }

        var results = new List<OperationResult>();
        await foreach (var each in batch.ReadResultsAsync())
        {
            results.Add(each);
        }

        return [.. results.OrderBy(static each => each.RequestIndex)];
    }

    /// <summary>HotChocolate would write the place of a result in its batch, which the list tells.</summary>
    private static OperationResult WithoutIndex(OperationResult result) => result.Data is { } data
        ? new(data, result.Errors, result.Extensions)
        : new(result.Errors, result.Extensions);

    private async Task SendAsync(HttpResponse response, ResponseBuffer body, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var chunk in body.Chunks)
            {
                await response.Body.WriteAsync(chunk, cancellationToken).AsTask().WaitAsync(writeTimeout, time, cancellationToken);
            }
        }
        catch (TimeoutException)
        {
            // A response takes memory until it is read.
            response.HttpContext.Abort();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The client has disconnected.
        }
    }

    private void Write(OperationResult[] results, bool isList, ResponseBuffer body)
    {
        if (!isList)
        {
            _json.Format(results[0], body);
            return;
        }

        foreach (var (index, each) in results.Index())
        {
            body.Write(index == 0 ? "["u8 : ","u8);
            _json.Format(each, body);
        }

        body.Write("]"u8);
    }

    private static RequestOutcome OutcomeOf(OperationResult result) => result.Errors is not [{ Code: var code }, ..] ? RequestOutcome.Data
        : result.Data.HasValue ? RequestOutcome.PartialData
        : result.ContextData.ContainsKey(ExecutionContextData.OperationNotAllowed) ? RequestOutcome.MethodNotAllowed
        : code switch
        {
            "HC0045" => RequestOutcome.TimedOut,
            "HC0010" => RequestOutcome.TooLarge,
            "HC0011" or "HC0014" => RequestOutcome.SyntaxError,
            _ => RequestOutcome.RequestError,
        };

    /// <summary>The longest time of all errors, if each has one: only then the whole request can succeed.</summary>
    private static int? RetryAfter(OperationResult[] results)
    {
        var errors = results.SelectMany(static result => result.Errors ?? []).ToArray();
        var times = errors.Select(static error => error.Extensions?.GetValueOrDefault("retryAfterSeconds") as int?).ToArray();
        return times.Length == 0 || times.Contains(null) ? null : times.Max();
    }
}
