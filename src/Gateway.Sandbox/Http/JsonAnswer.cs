using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Sandbox.Http;

/// <summary>Writes a JSON body at once, with its length. Null members are omitted.</summary>
internal static class JsonAnswer
{
    /// <summary>Options for the context that describes the bodies.</summary>
    public static JsonSerializerOptions NewOptions() => new(JsonSerializerDefaults.Web)
    {
        // The default encoder would write the plus of "+count" as an escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Task WriteAsync(HttpContext context, int status, object body) =>
        WriteAsync(context, status, "application/json", JsonSerializer.SerializeToUtf8Bytes(
            body, body.GetType(), context.RequestServices.GetRequiredService<JsonSerializerContext>()));

    public static async Task WriteAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
