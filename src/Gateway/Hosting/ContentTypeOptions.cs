namespace Gateway.Hosting;

/// <summary>
/// Tells browsers to believe the <c>Content-Type</c> of each response
/// (https://fetch.spec.whatwg.org/#x-content-type-options-header).
/// </summary>
internal static class ContentTypeOptions
{
    public static void UseContentTypeOptions(this IApplicationBuilder app) => app.Use(static next => context =>
    {
        context.Response.SetContentTypeOptions();
        return next(context);
    });

    public static void SetContentTypeOptions(this HttpResponse response) => response.Headers.XContentTypeOptions = "nosniff";
}
