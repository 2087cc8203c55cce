namespace HotChocolate.Language;

public interface ISyntaxNode
{
    IEnumerable<ISyntaxNode> GetNodes();
}

public interface ITypeNode : ISyntaxNode;

public interface IValueNode : ISyntaxNode
{
    object? Value { get; }
}

public interface IValueNode<out T> : IValueNode
{
    new T Value { get; }
}

public sealed class NullValueNode : IValueNode<object?>
{
    private NullValueNode() => throw null!;

    public static NullValueNode Default => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public object? Value => throw null!;
}

public sealed class IntValueNode : IValueNode<string>
{
    public IntValueNode(int value) => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public string Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class NameNode : ISyntaxNode
{
    private NameNode() => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public string Value => throw null!;
}

public sealed class ObjectFieldNode : ISyntaxNode
{
    private ObjectFieldNode() => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public NameNode Name => throw null!;

    public IValueNode Value => throw null!;
}

public sealed class ObjectValueNode : IValueNode<IReadOnlyList<ObjectFieldNode>>
{
    public ObjectValueNode(params ObjectFieldNode[] fields) => throw null!;

    public ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public IReadOnlyList<ObjectFieldNode> Fields => throw null!;

    IReadOnlyList<ObjectFieldNode> IValueNode<IReadOnlyList<ObjectFieldNode>>.Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class ListValueNode : IValueNode<IReadOnlyList<IValueNode>>
{
    private ListValueNode() => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public IReadOnlyList<IValueNode> Items => throw null!;

    IReadOnlyList<IValueNode> IValueNode<IReadOnlyList<IValueNode>>.Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class EnumValueNode : IValueNode<string>
{
    private EnumValueNode() => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public string Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class StringValueNode : IValueNode<string>
{
    public StringValueNode(string value) => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;

    public string Value => throw null!;

    object? IValueNode.Value => throw null!;
}

public sealed class DocumentNode : ISyntaxNode
{
    private DocumentNode() => throw null!;

    public IReadOnlyList<IDefinitionNode> Definitions => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public interface IDefinitionNode : ISyntaxNode;

public interface ISelectionNode : ISyntaxNode;

public enum OperationType
{
    Query = 0,
    Mutation = 1,
    Subscription = 2,
}

public sealed class OperationDefinitionNode : IDefinitionNode
{
    private OperationDefinitionNode() => throw null!;

    public NameNode? Name => throw null!;

    public OperationType Operation => throw null!;

    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions => throw null!;

    public SelectionSetNode SelectionSet => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class FragmentDefinitionNode : IDefinitionNode
{
    private FragmentDefinitionNode() => throw null!;

    public NameNode Name => throw null!;

    public SelectionSetNode SelectionSet => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class VariableDefinitionNode : ISyntaxNode
{
    private VariableDefinitionNode() => throw null!;

    public VariableNode Variable => throw null!;

    public IValueNode? DefaultValue => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class VariableNode : IValueNode<string>
{
    private VariableNode() => throw null!;

    public NameNode Name => throw null!;

    string IValueNode<string>.Value => throw null!;

    object? IValueNode.Value => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class SelectionSetNode : ISyntaxNode
{
    private SelectionSetNode() => throw null!;

    public IReadOnlyList<ISelectionNode> Selections => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class FieldNode : ISelectionNode
{
    private FieldNode() => throw null!;

    public NameNode? Alias => throw null!;

    public SelectionSetNode? SelectionSet => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class InlineFragmentNode : ISelectionNode
{
    private InlineFragmentNode() => throw null!;

    public SelectionSetNode SelectionSet => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class FragmentSpreadNode : ISelectionNode
{
    private FragmentSpreadNode() => throw null!;

    public NameNode Name => throw null!;

    public IEnumerable<ISyntaxNode> GetNodes() => throw null!;
}

public sealed class ParserOptions
{
    public ParserOptions(
        bool noLocations = false,
        bool allowFragmentVariables = false,
        int maxAllowedNodes = int.MaxValue,
        int maxAllowedTokens = int.MaxValue,
        int maxAllowedFields = 2048,
        int maxAllowedDirectives = 4,
        int maxAllowedRecursionDepth = 200) =>
        throw null!;
}

public ref struct Utf8GraphQLParser
{
    public static DocumentNode Parse(ReadOnlySpan<byte> sourceText, ParserOptions options) => throw null!;
}

public ref struct JsonValueParser
{
    public JsonValueParser() => throw null!;

    public IValueNode Parse(System.Text.Json.JsonElement element) => throw null!;
}

public class SyntaxException : Exception;

public enum HashFormat
{
    Base64,
    Hex,
}

public readonly struct OperationDocumentId
{
    public OperationDocumentId(string operationId) => throw null!;

    public bool IsEmpty => throw null!;

    public string Value => throw null!;
}

public readonly struct OperationDocumentHash
{
    public OperationDocumentHash(string value, string algorithm, HashFormat format) => throw null!;

    public string Value => throw null!;
}
