using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Gateway.Tests.Caching;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Upstream.Json;

/// <summary>Responses that are small when compressed and huge when decompressed.</summary>
[Collection<AloneCollection>]
public sealed class BombTests
{
    private const int Unpacked = 512 * 1024 * 1024;

    private const int Mebibyte = 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "{\"result\":{\"text\":\"", 'x')]
    [InlineData("deflate", "{\"result\":{\"text\":\"", 'x')]
    [InlineData("br", "{\"result\":{\"text\":\"", 'x')]
    [InlineData("gzip", "{", ' ')]
    [InlineData("gzip", "{\"result\":{\"text\":\"a\",\"list\":[[", '\n')]
    public async Task A_bomb_is_refused_at_its_bound_in_little_memory(string encoding, string start, char filling)
    {
        var bomb = Pack(encoding, start, filling);
        var isBomb = false;
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            if (!isBomb)
            {
                await context.Response.WriteAsync("{}", context.RequestAborted);
                return;
            }

            context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentLength = bomb.Length;
            await context.Response.Body.WriteAsync(bomb, context.RequestAborted);
        });
        var client = TestClient.Create(upstream.BaseUrl);
        await client.AskAsync(Cancellation);
        isBomb = true;

        var (allocated, resident) = (GC.GetTotalAllocatedBytes(precise: true), Environment.WorkingSet);
        var answer = await client.AskAsync(Cancellation);

        answer.Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamInvalidResponse);
        answer.Failure.Message.ShouldContain("larger");
        (GC.GetTotalAllocatedBytes(precise: true) - allocated).ShouldBeLessThan(32 * Mebibyte);
        (Environment.WorkingSet - resident).ShouldBeLessThan(32 * Mebibyte);
    }

    /// <summary>The rest of a page that is too large is not read for the sake of its connection.</summary>
    [Theory]
    [InlineData(200, 9 * Mebibyte)]
    [InlineData(502, 200_000)]
    public async Task A_connection_whose_answer_is_not_read_to_its_end_is_dropped(int status, int length)
    {
        var connections = new ConcurrentBag<string>();
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            connections.Add(context.Connection.Id);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(new string('<', length), context.RequestAborted);
        });
        var client = TestClient.Create(upstream.BaseUrl, options => options.MaxResponseBytes = 100_000);

        for (var call = 0; call < 3; call++)
        {
            (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull();
        }

        connections.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData(200, """{"result":{"text":"hello"}}""")]
    [InlineData(400, """{"success":false,"errors":[{"message":"m"}]}""")]
    public async Task A_connection_whose_answer_is_read_whole_carries_the_next_call(int status, string body)
    {
        var connections = new ConcurrentBag<string>();
        await using var upstream = await UpstreamStub.StartAsync(context =>
        {
            connections.Add(context.Connection.Id);
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        var client = TestClient.Create(upstream.BaseUrl);

        for (var call = 0; call < 3; call++)
        {
            await client.AskAsync(Cancellation);
        }

        connections.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refusal_that_is_longer_than_errors_are_is_no_verdict()
    {
        await using var upstream = await UpstreamStub.StartAsync(
            400, $$"""{"success":false,"errors":[{"code":9109,"message":"m"}],"result":"{{new string('x', 70_000)}}"}""");

        var failure = (await TestClient.Create(upstream.BaseUrl).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.UpstreamUnavailable);
        failure.Cloudflare.ShouldNotBeNull().Errors.ShouldBeEmpty();
    }

    private static byte[] Pack(string encoding, string start, char filling)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            packer.Write(Encoding.UTF8.GetBytes(start));
            var block = Encoding.UTF8.GetBytes(new string(filling, Mebibyte));
            for (var i = 0; i < Unpacked; i += block.Length)
            {
                packer.Write(block);
            }
        }

        return packed.ToArray();
    }
}
