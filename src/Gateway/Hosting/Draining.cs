using Microsoft.AspNetCore.Connections.Features;

namespace Gateway.Hosting;

/// <summary>
/// While the gateway drains, each response ends its connection: by <c>Connection: close</c> (RFC 9112, section 9.6), or by GOAWAY on HTTP/2
/// (RFC 9113, section 6.8). So clients that keep connections alive go elsewhere before the listener stops. A connection without requests is
/// left open: to close it could cross a request on its way.
/// </summary>
internal static class Draining
{
    public static void UseDraining(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<Readiness>();
        app.Use(next => context =>
        {
            if (readiness.IsDraining)
            {
                EndConnection(context);
            }

            return next(context);
        });
    }

    private static void EndConnection(HttpContext context)
    {
        if (HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }
        else
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
    }
}
