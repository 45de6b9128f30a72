using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace BriefingBot.Hosting;

/// <summary>
/// <c>/healthz</c> (the process lives), <c>/readyz</c> (it answers; see <see cref="Readiness"/>), <c>/metrics</c> (Prometheus), and, where
/// interactions come by web request, <c>/interactions</c>.
/// </summary>
internal sealed class WebService(ListeningSocket socket, Readiness readiness, ServiceMeters meters, ILoggerFactory logs)
{
    /// <summary>Null where interactions come by the Gateway.</summary>
    public InteractionsEndpoint? Interactions { get; init; }

    /// <summary>Serves until <paramref name="stop"/>; requests in hand are finished, where they are interactions.</summary>
    /// <param name="stop">Ends it.</param>
    /// <param name="patience">Cancelled when interactions in hand must not be waited for any longer.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken patience)
    {
        try
        {
            if (Interactions is null)
            {
                await socket.WaitAsync(stop);
            }

            await ServeAsync(stop, patience);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody came.
        }
    }

    private async Task ServeAsync(CancellationToken stop, CancellationToken patience)
    {
        using var metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("briefingbot"))
            .AddMeter(ServiceMeters.MeterName, "BriefingBot.*").AddPrometheusExporter().Build();
        meters.Deliver();
        await using var web = Build();
        web.UseOpenTelemetryPrometheusScrapingEndpoint(metrics, null, "/metrics", null, null);
        web.Run(AnswerAsync);
        await web.StartAsync(stop);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        }
        finally
        {
            await web.StopAsync(Interactions is null ? new CancellationToken(canceled: true) : patience);
        }
    }

    private WebApplication Build()
    {
        // An empty builder: no configuration of its own, no files, no signals. All that is ours to decide.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = InteractionsEndpoint.MostBytes;
            kestrel.Listen(socket.EndPoint);
        });
        builder.Services.AddSingleton<IConnectionListenerFactory>(socket);
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder.Build();
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/healthz" => TellAsync(context, StatusCodes.Status200OK, "text/plain; charset=utf-8", "alive\n"u8.ToArray()),
        "/readyz" => TellReadinessAsync(context),
        "/interactions" when Interactions is { } interactions => interactions.AnswerAsync(context),
        _ => NothingAsync(context),
    };

    private static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private Task TellReadinessAsync(HttpContext context)
    {
        var conditions = readiness.Check();
        var status = conditions.All(condition => condition.Ok) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TellAsync(context, status, "application/json", Readiness.Write(conditions));
    }

    private static async Task TellAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> body)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>The service starts and stops the web server; signals are not its own.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
