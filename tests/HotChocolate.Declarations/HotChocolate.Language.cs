namespace HotChocolate.Language;

public interface ISyntaxNode;

public interface ITypeNode : ISyntaxNode;

public interface IValueNode : ISyntaxNode
{
    object? Value { get; }
}

public interface IValueNode<out T> : IValueNode
{
    new T Value { get; }
}

public sealed class EnumValueNode : IValueNode<string>
{
    private EnumValueNode() => throw null!;

    public string Value => throw null!;

    object? IValueNode.Value => throw null!;
}
