using System.Text;
using System.Text.Json;

namespace Gateway.Upstream.Json;

/// <summary>The names of the members that are read from an object, at most 32.</summary>
internal sealed class JsonMembers(params string[] names)
{
    private readonly byte[][] _utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);

    public string this[int index] => names[index];

    /// <returns>The index of the name; -1 for another name.</returns>
    public int IndexOf(ref Utf8JsonReader name)
    {
        for (var i = 0; i < _utf8.Length; i++)
        {
            if (name.ValueTextEquals(_utf8[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
