using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;

namespace Gateway.Tests.Caching.Redis;

public sealed class EndedMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly CacheSecret Secret = new(new byte[32]);
    private static readonly CacheKey Key = Entries.Key("a");
    private static readonly byte[] Sender = new byte[EndedMessage.SenderSize];

    [Fact]
    public void A_message_tells_the_key_and_the_sender()
    {
        var message = Write();
        EndedMessage.Read(message, Now, Secret).ShouldBe(Key);
        EndedMessage.IsFrom(Sender, message).ShouldBeTrue();
        EndedMessage.IsFrom([.. Enumerable.Repeat((byte)1, Sender.Length)], message).ShouldBeFalse();
    }

    [Fact]
    public void Any_bit_changed_and_any_length_but_the_right_one_is_refused()
    {
        var message = Write();
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            EndedMessage.Read(message, Now, Secret).ShouldBeNull();
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (var length = 0; length < message.Length; length++)
        {
            EndedMessage.Read(message.AsSpan(0, length), Now, Secret).ShouldBeNull();
            EndedMessage.IsFrom(Sender, message.AsSpan(0, length)).ShouldBeFalse();
        }

        EndedMessage.Read([.. message, 0], Now, Secret).ShouldBeNull();
        EndedMessage.Read(message, Now, Secret).ShouldBe(Key);
    }

    [Fact]
    public void A_message_is_believed_for_two_minutes_by_clocks_ahead_and_behind()
    {
        EndedMessage.Read(Write(), Now.AddMinutes(2), Secret).ShouldBe(Key);
        EndedMessage.Read(Write(), Now.AddMinutes(-2), Secret).ShouldBe(Key);
        EndedMessage.Read(Write(), Now.AddSeconds(121), Secret).ShouldBeNull();
        EndedMessage.Read(Write(), Now.AddSeconds(-121), Secret).ShouldBeNull();
    }

    private static byte[] Write() => EndedMessage.Write(Key, Sender, Now, Secret.Current);
}
