using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>
/// Takes what stands at one place of a JSON document, token by token, as <see cref="JsonTokenFeed"/> reads it: an answer becomes a model
/// without ever being there as a whole. A sink may be used for many values of one kind, one after another.
/// </summary>
internal abstract class JsonSink
{
    /// <summary>Wants nothing more of a value: what is in it is read over.</summary>
    public static readonly JsonSink Nothing = new Over();

    /// <summary>A value is not of the kind that is promised; what is in it is read over, and the feed remembers.</summary>
    public static readonly JsonSink Refused = new Over();

    /// <summary>Whether names may come twice in the objects within, as far down as they go.</summary>
    public virtual bool NamesMayRepeat => false;

    /// <summary>Takes a value: all of it, or the start of an object or list.</summary>
    /// <returns>
    /// What takes the inside of an object (by <see cref="Member"/>) or of a list (each item by <see cref="Value"/>).
    /// Of any other value only whether it is <see cref="Refused"/>.
    /// </returns>
    public abstract JsonSink Value(ref Utf8JsonReader reader);

    /// <returns>What takes the value of the member whose name the reader stands at.</returns>
    public virtual JsonSink Member(ref Utf8JsonReader name) => Nothing;

    /// <summary>The object whose inside this takes is complete.</summary>
    public virtual void EndObject()
    {
    }

    /// <summary>The list whose items this takes is complete.</summary>
    public virtual void EndList()
    {
    }

    private sealed class Over : JsonSink
    {
        public override JsonSink Value(ref Utf8JsonReader reader) => Nothing;
    }
}
