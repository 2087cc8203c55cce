using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Types;

/// <summary>A C# type whose objects never change, with where what is written of them is kept.</summary>
internal abstract class KeptRendering(string[] momentary)
{
    public string[] Momentary => momentary;

    public abstract Type RuntimeType { get; }
}

internal sealed class KeptRendering<T>(Func<T, IRenderings> of, string[] momentary) : KeptRendering(momentary)
{
    public Func<T, IRenderings> Of => of;

    public override Type RuntimeType => typeof(T);
}
