using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using HotChocolate.AspNetCore.Formatters;
using HotChocolate.Execution;
using HotChocolate.Transport.Formatters;

namespace Gateway.Hosting;

/// <summary>
/// Writes responses as the gateway's own engine does: one media type of two, the status of <c>GraphQL:HttpTransport</c>, and no more than
/// <c>GraphQL:Limits:MaxResponseBytes</c>. HotChocolate's own formatter writes a response when it has sent the status already.
/// </summary>
internal sealed class ResponseFormatter(GraphQLOptions settings, TimeSpan writeTimeout, IResponseMemory memory, TimeProvider time)
    : DefaultHttpResponseFormatter, IHttpResponseFormatter
{
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Json = "application/json";

    private readonly int _limit = settings.Limits.MaxResponseBytes;
    private readonly JsonResultFormatter _json =
        new(new JsonResultFormatterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public new async ValueTask FormatAsync(
        HttpResponse response,
        IExecutionResult result,
        AcceptMediaType[] acceptMediaTypes,
        HttpStatusCode? proposedStatusCode,
        CancellationToken cancellationToken)
    {
        var accepted = Prefers(acceptMediaTypes);
        var all = await ResultsOf(result);
        OperationResult[] results = result is IResponseStream ? [.. all.Select(WithoutIndex)] : all;
        var isList = result is IResponseStream || (proposedStatusCode is null
            && response.HttpContext.Items.ContainsKey(GraphQLEndpoints.List) && !IsBatchTooLarge(results[0]));
        foreach (var each in results.Where(static each => each.Errors is { Count: > 0 }))
        {
            each.Errors = [.. each.Errors.Select(ErrorTexts.Shorten)];
        }

        using var share = memory.Open(response.HttpContext);
        using var body = new ResponseBuffer(share) { Limit = _limit };
        var (code, mediaType) = isList ? (StatusCodes.Status200OK, Json) : StatusOf(results[0], proposedStatusCode, accepted);
        Write(results, isList, body);
        if (body.Length > _limit || LargeResponses.IsCut(results))
        {
            LargeResponses.Trim(results, _limit);
            body.Clear();

            // The errors come on top.
            body.Limit = int.MaxValue;
            Write(results, isList, body);
            (code, mediaType) = isList ? (code, mediaType) : StatusOf(results[0], proposedStatusCode, accepted);
        }

        if (body.Refusal is { } refusal)
        {
            results = [OperationResult.FromError(refusal)];
            body.Clear();
            Write(results, isList: false, body);
            (code, mediaType) = (StatusCodes.Status503ServiceUnavailable, GraphQLResponse);
        }

        var retryAfter = RetryAfter(results);

        // All of it is in the body by now, which may be read slowly.
        foreach (var each in all)
        {
            await each.DisposeAsync();
        }

        await result.DisposeAsync();
        response.StatusCode = code;
        response.ContentType = mediaType + "; charset=utf-8";
        response.ContentLength = body.Length;
        ResponseHeaders.Set(response);
        if (code == StatusCodes.Status405MethodNotAllowed)
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
    protected override RequestFlags CreateRequestFlags(AcceptMediaType acceptMediaType) => acceptMediaType.Kind
        is AcceptMediaTypeKind.All or AcceptMediaTypeKind.AllApplication
        or AcceptMediaTypeKind.ApplicationGraphQL or AcceptMediaTypeKind.ApplicationJson
            ? RequestFlags.AllowQuery | RequestFlags.AllowMutation
            : RequestFlags.None;

    /// <summary>An error of the list, not of the request in it.</summary>
    private static bool IsBatchTooLarge(OperationResult result) =>
        result.Errors is [{ Code: "HC0009", Message: var message }] && message.StartsWith("The batch", StringComparison.OrdinalIgnoreCase);

    /// <summary>The results of a batch in the order of its requests; they come as they are ready.</summary>
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

    private string Prefers(AcceptMediaType[] accepted)
    {
        var (graphql, graphqlNamed) = Weigh(AcceptMediaTypeKind.ApplicationGraphQL);
        var (json, jsonNamed) = Weigh(AcceptMediaTypeKind.ApplicationJson);
        return graphql > json ? GraphQLResponse
            : json > graphql ? Json
            : graphqlNamed ? GraphQLResponse
            : jsonNamed ? Json
            : settings.HttpTransport == HttpTransportVersion.Legacy ? Json
            : GraphQLResponse;

        (double Quality, bool IsNamed) Weigh(AcceptMediaTypeKind kind) => accepted
            .Where(type => type.Kind == kind || type.Kind is AcceptMediaTypeKind.AllApplication or AcceptMediaTypeKind.All)
            .Select(type => (Quality: type.Quality ?? 1, IsNamed: type.Kind == kind))
            .OrderByDescending(static weight => (weight.IsNamed, weight.Quality))
            .FirstOrDefault();
    }

    private (int Code, string MediaType) StatusOf(OperationResult result, HttpStatusCode? proposed, string accepted)
    {
        var (latest, graphql, json) = CodesOf(result, proposed);
        return settings.HttpTransport != HttpTransportVersion.Draft20260903
            ? (accepted == Json ? json : graphql, accepted)
            : (latest, latest is >= 200 and <= 299 ? accepted : GraphQLResponse);
    }

    /// <summary>
    /// The code under the version of 2026, and under the earlier ones: with the newer media type, and with JSON, whose well-formed requests
    /// have 200 there.
    /// </summary>
    private static (int Latest, int GraphQL, int Json) CodesOf(OperationResult result, HttpStatusCode? proposed) =>
        (proposed, result.Errors is { Count: > 0 } errors ? errors[0].Code : null) switch
        {
            (HttpStatusCode.BadRequest, "HC0010") => (413, 413, 413),
            (HttpStatusCode.NotAcceptable or HttpStatusCode.MethodNotAllowed, _) => ((int)proposed, (int)proposed, (int)proposed),
            _ when result.ContextData.ContainsKey(ExecutionContextData.OperationNotAllowed) => (405, 405, 405),
            (_, "HC0045") => (504, 504, 200),
            _ when result.Data.HasValue => result.Errors is { Count: > 0 } ? (294, 200, 200) : (200, 200, 200),
            // This one is also the code of a body that is not JSON.
            (HttpStatusCode.BadRequest, "HC0012") when result.Errors[0].Message.StartsWith("Invalid JSON", StringComparison.Ordinal) =>
                (400, 400, 400),
            (HttpStatusCode.BadRequest, "HC0009" or "HC0012" or "HC0067") => (422, 400, 400),
            (HttpStatusCode.BadRequest, _) => (400, 400, 400),
            (_, "HC0011" or "HC0014") => (400, 400, 200),
            (HttpStatusCode.InternalServerError, _) => (500, 500, 500),
            _ => (422, 400, 200),
        };

    /// <summary>The longest time of all errors, if each has one: only then the whole request can succeed.</summary>
    private static int? RetryAfter(OperationResult[] results)
    {
        var errors = results.SelectMany(static result => result.Errors ?? []).ToArray();
        var times = errors.Select(static error => error.Extensions?.GetValueOrDefault("retryAfterSeconds") as int?).ToArray();
        return times.Length == 0 || times.Contains(null) ? null : times.Max();
    }
}
