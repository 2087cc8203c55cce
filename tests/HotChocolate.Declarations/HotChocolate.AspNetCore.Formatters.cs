using System.Net;
using System.Text.Encodings.Web;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore.Formatters;

public interface IHttpResponseFormatter
{
    ValueTask FormatAsync(
        HttpResponse response,
        IExecutionResult result,
        AcceptMediaType[] acceptMediaTypes,
        HttpStatusCode? proposedStatusCode,
        CancellationToken cancellationToken);
}

public class DefaultHttpResponseFormatter : IHttpResponseFormatter
{
    public DefaultHttpResponseFormatter(
        bool indented = false,
        JavaScriptEncoder? encoder = null,
        ITimeProvider? timeProvider = null,
        IncrementalDeliveryFormat incrementalDeliveryFormat = IncrementalDeliveryFormat.Version_0_2) =>
        throw null!;

    public DefaultHttpResponseFormatter(
        HttpResponseFormatterOptions options,
        ITimeProvider? timeProvider = null,
        IncrementalDeliveryFormat incrementalDeliveryFormat = IncrementalDeliveryFormat.Version_0_2) =>
        throw null!;

    protected virtual RequestFlags CreateRequestFlags(AcceptMediaType acceptMediaType) => throw null!;

    public ValueTask FormatAsync(
        HttpResponse response,
        IExecutionResult result,
        AcceptMediaType[] acceptMediaTypes,
        HttpStatusCode? proposedStatusCode,
        CancellationToken cancellationToken) =>
        throw null!;
}

public struct HttpResponseFormatterOptions;
