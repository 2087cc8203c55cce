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

public sealed class NameNode : ISyntaxNode
{
    private NameNode() => throw null!;

    public string Value => throw null!;
}

public sealed class ObjectFieldNode : ISyntaxNode
{
    private ObjectFieldNode() => throw null!;

    public NameNode Name => throw null!;

    public IValueNode Value => throw null!;
}

public sealed class ObjectValueNode : IValueNode<IReadOnlyList<ObjectFieldNode>>
{
    private ObjectValueNode() => throw null!;

    public IReadOnlyList<ObjectFieldNode> Fields => throw null!;

    IReadOnlyList<ObjectFieldNode> IValueNode<IReadOnlyList<ObjectFieldNode>>.Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class ListValueNode : IValueNode<IReadOnlyList<IValueNode>>
{
    private ListValueNode() => throw null!;

    public IReadOnlyList<IValueNode> Items => throw null!;

    IReadOnlyList<IValueNode> IValueNode<IReadOnlyList<IValueNode>>.Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class EnumValueNode : IValueNode<string>
{
    private EnumValueNode() => throw null!;

    public string Value => throw null!;

    object? IValueNode.Value => throw null!;
}
