using System.Text;
using Gateway.Cloudflare.Json;

namespace Gateway.Tests.Cloudflare.Json;

public sealed class JsonNamesTests
{
    [Fact]
    public void A_name_is_new_once_in_its_object()
    {
        var names = new JsonNames();

        names.TryAdd("a"u8, 0).ShouldBeTrue();
        names.TryAdd("b"u8, 0).ShouldBeTrue();
        names.TryAdd(""u8, 0).ShouldBeTrue();
        names.TryAdd("a"u8, 0).ShouldBeFalse();
        names.TryAdd(""u8, 0).ShouldBeFalse();
    }

    [Fact]
    public void Objects_within_have_names_of_their_own_which_go_with_them()
    {
        var names = new JsonNames();
        names.TryAdd("a"u8, 0);
        var inner = names.Count;

        for (var time = 0; time < 3; time++)
        {
            names.TryAdd("a"u8, inner).ShouldBeTrue();
            names.TryAdd("a"u8, inner).ShouldBeFalse();
            names.Truncate(inner);
        }

        names.TryAdd("a"u8, 0).ShouldBeFalse();
        names.TryAdd("b"u8, 0).ShouldBeTrue();
    }

    /// <summary>Against sets, one for each object that is open, over more names than any array starts with.</summary>
    [Fact]
    public void It_agrees_with_sets()
    {
        var random = new Random(1);
        var names = new JsonNames();
        var open = new Stack<(int First, HashSet<string> Names)>([(0, [])]);
        for (var i = 0; i < 50_000; i++)
        {
            switch (random.Next(40))
            {
                case 0:
                    open.Push((names.Count, []));
                    break;

                case 1 when open.Count > 1:
                    names.Truncate(open.Pop().First);
                    break;

                default:
                    var name = new string('n', random.Next(4)) + random.Next(500);
                    names.TryAdd(Encoding.UTF8.GetBytes(name), open.Peek().First).ShouldBe(open.Peek().Names.Add(name));
                    break;
            }
        }
    }
}
