using System.Text;
using Gateway.Cloudflare;
using Gateway.Cloudflare.Json;

namespace Gateway.Tests.Cloudflare.Json;

public sealed class JsonBodyTests
{
    private const string Sample =
        """{"success":true,"errors":[],"result":{"text":"h\u00e9llo ☂","more":[1.5,-2e3,null,{"a":[true,false]}]},"messages":[{"code":1,"message":"m"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_that_is_cut_off_at_any_byte_is_no_answer()
    {
        var whole = Encoding.UTF8.GetBytes(Sample);
        for (var length = 0; length < whole.Length; length++)
        {
            (await ReadAsync(whole[..length])).ShouldBe(BodyEnd.Invalid, $"{length} bytes");
        }

        (await ReadAsync(whole)).ShouldBe(BodyEnd.Complete);
        (await ReadAsync([.. whole, .. " \r\n\t"u8])).ShouldBe(BodyEnd.Complete);
        (await ReadAsync([.. whole, (byte)'}'])).ShouldBe(BodyEnd.Invalid);
        (await ReadAsync([.. whole, 0])).ShouldBe(BodyEnd.Invalid);
    }

    /// <summary>Around the size of the buffer, and each of its doublings: a token that does not fit, fits, or ends with it.</summary>
    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(256)]
    public async Task A_token_may_be_longer_than_the_buffer(int kibibytes)
    {
        for (var around = -20; around < 20; around++)
        {
            var text = new string('x', (kibibytes * 1024) + around);
            var answer = new AnswerReader();
            (await ReadAsync(Encoding.UTF8.GetBytes($$$"""{"result":{"text":"{{{text}}}"}}"""), answer)).ShouldBe(BodyEnd.Complete);
            answer.Build().ShouldBe(new Answer(text));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_body_is_read_up_to_its_bound_and_no_further(int tooMuch)
    {
        var end = tooMuch == 0 ? BodyEnd.Complete : BodyEnd.TooLarge;
        const int Bound = 8 * 1024 * 1024;
        var spaces = new Pieces(Encoding.UTF8.GetBytes("{}" + new string(' ', Bound + tooMuch - 2)), 50_000);
        (await JsonBody.ReadAsync(spaces, new JsonTokenFeed(new EnvelopeSink(JsonSink.Nothing)), Bound, Cancellation)).ShouldBe(end);

        var token = new Pieces(Encoding.UTF8.GetBytes("[\"" + new string('x', Bound + tooMuch - 4) + "\"]"), 50_000);
        (await JsonBody.ReadAsync(token, new JsonTokenFeed(new EnvelopeSink(JsonSink.Nothing)), Bound, Cancellation)).ShouldBe(end);

        var spacesWithoutEnd = new byte[3 * Bound];
        spacesWithoutEnd.AsSpan().Fill((byte)' ');
        var endless = new Pieces(spacesWithoutEnd, 50_000);
        (await JsonBody.ReadAsync(endless, new JsonTokenFeed(new EnvelopeSink(JsonSink.Nothing)), Bound, Cancellation)).ShouldBe(BodyEnd.TooLarge);
        endless.Position.ShouldBeLessThan(Bound + (64 * 1024));
    }

    private static Task<BodyEnd> ReadAsync(byte[] body, AnswerReader? answer = null) =>
        JsonBody.ReadAsync(new Pieces(body, 1000), new JsonTokenFeed(new EnvelopeSink(answer ?? new AnswerReader())), 1 << 20, Cancellation);

    /// <summary>Gives its bytes in pieces, as a network does.</summary>
    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
