using System.Text.Json;

namespace Gateway.Upstream.Json;

/// <summary>Reads the value of a member and returns the target with it.</summary>
internal delegate T MemberReader<T>(ref JsonReader json, T target);

/// <summary>Reads objects by a table of members. Other members are skipped.</summary>
/// <param name="members">The members: at most 32.</param>
internal sealed class JsonObjectReader<T>(params (string Name, MemberReader<T> Read)[] members)
{
    private readonly JsonMembers _members = new(Array.ConvertAll(members, static member => member.Name));

    /// <summary>Reads an object into the target. Returns the unchanged target for any other value.</summary>
    public T Read(ref JsonReader json, T target)
    {
        if (json.Enter(JsonTokenType.StartObject))
        {
            var seen = 0u;
            while (json.NextIndex(_members, ref seen) is >= 0 and var index)
            {
                target = members[index].Read(ref json, target);
            }
        }

        return target;
    }
}
