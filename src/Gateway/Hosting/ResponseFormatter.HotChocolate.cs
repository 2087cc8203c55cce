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
/// <c>GraphQL:Limits:MaxResponseBytes</c>. HotChocolate's own formatter writes a response while it has the status already.
/// </summary>
internal sealed class ResponseFormatter(GraphQLOptions settings, TimeSpan writeTimeout, TimeProvider time)
    : DefaultHttpResponseFormatter, IHttpResponseFormatter
{
    // As many as Kestrel buffers for a connection.
    private const int ChunkSize = 64 * 1024;

    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Json = "application/json";

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
        var body = new LimitedBuffer(settings.Limits.MaxResponseBytes);
        try
        {
            Write(result, body);
        }
        catch (ResponseTooLargeException)
        {
            body = new LimitedBuffer(settings.Limits.MaxResponseBytes);
            _json.Format(OperationResult.FromError(TooLarge(settings.Limits.MaxResponseBytes)), body);
        }

        var (code, mediaType) = result is OperationResult one ? StatusOf(one, proposedStatusCode, accepted) : (200, Json);
        response.StatusCode = code;
        response.ContentType = mediaType + "; charset=utf-8";
        response.ContentLength = body.Written.Length;
        ResponseHeaders.Set(response);
        if (code == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        if (RetryAfter(result is OperationResultBatch batch ? batch.Results : [result]) is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        try
        {
            for (var rest = body.Written; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, ChunkSize)..])
            {
                await response.Body.WriteAsync(rest[..Math.Min(rest.Length, ChunkSize)], cancellationToken).AsTask()
                    .WaitAsync(writeTimeout, time, cancellationToken);
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

    /// <summary>Streams, which nobody switched on, are not accepted.</summary>
    protected override RequestFlags CreateRequestFlags(AcceptMediaType acceptMediaType) => acceptMediaType.Kind
        is AcceptMediaTypeKind.All or AcceptMediaTypeKind.AllApplication
        or AcceptMediaTypeKind.ApplicationGraphQL or AcceptMediaTypeKind.ApplicationJson
            ? RequestFlags.AllowQuery | RequestFlags.AllowMutation
            : RequestFlags.None;

    private void Write(IExecutionResult result, LimitedBuffer body)
    {
        if (result is not OperationResultBatch batch)
        {
            _json.Format((OperationResult)result, body);
            return;
        }

        body.Write("["u8);
        foreach (var (index, each) in batch.Results.Index())
        {
            body.Write(index == 0 ? ""u8 : ","u8);
            _json.Format((OperationResult)each, body);
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
            // It gives no code.
            (HttpStatusCode.BadRequest, null) when result.Errors[0].Message.StartsWith("Request size", StringComparison.Ordinal) =>
                (413, 413, 413),
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
    private static int? RetryAfter(IEnumerable<IExecutionResult> results)
    {
        var errors = results.OfType<OperationResult>().SelectMany(static result => result.Errors ?? []).ToArray();
        var times = errors.Select(static error => error.Extensions?.GetValueOrDefault("retryAfterSeconds") as int?).ToArray();
        return times.Length == 0 || times.Contains(null) ? null : times.Max();
    }

    private static IError TooLarge(int limit) => ErrorBuilder.New()
        .SetMessage(
            $"The response is larger than {limit} bytes. "
                + "Ask for fewer fields or columns, shorter lists or time windows, or fewer aliases.")
        .SetCode("RESPONSE_TOO_LARGE")
        .SetExtension("maxBytes", limit)
        .Build();

    private sealed class LimitedBuffer(int limit) : IBufferWriter<byte>
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();

        public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

        public void Advance(int count)
        {
            _bytes.Advance(count);
            if (_bytes.WrittenCount > limit)
            {
                throw new ResponseTooLargeException();
            }
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

        public Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);
    }

    private sealed class ResponseTooLargeException : Exception;
}
