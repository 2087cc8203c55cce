using System.Collections.Immutable;
using System.Text;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>A field of a plan. Its sub-selections are compiled on first use, so a plan never costs more than its responses need.</summary>
internal sealed class Selection : ISelection
{
    private static readonly object VariesByVariables = new();
    private readonly ImmutableArray<FieldNode> _nodes;
    private readonly OperationPlan _plan;
    private ImmutableDictionary<ObjectType, SelectionSet> _sets = ImmutableDictionary<ObjectType, SelectionSet>.Empty;
    private SelectionSet? _latest;

    // 0 until it is known, then 1 for yes and -1 for no.
    private int _descends;

    private object? _memo;

    public Selection(OperationPlan plan, ObjectType parentType, OutputField field, ImmutableArray<FieldNode> nodes, int index)
    {
        _plan = plan;
        _nodes = nodes;
        ParentType = parentType;
        Field = field;
        ResponseName = nodes[0].ResponseName;
        Json = JsonBefore(ResponseName, index);
        Constants = plan.ConstantArguments(field, nodes[0]);
        Executor = (FieldExecutor)field.Resolver!;
    }

    /// <summary>The type that the field belongs to.</summary>
    public ObjectType ParentType { get; }

    public OutputField Field { get; }

    public FieldExecutor Executor { get; }

    public string ResponseName { get; }

    /// <summary>The JSON before the value: an opening brace or a comma, the response name and a colon.</summary>
    public byte[] Json { get; }

    /// <summary>The coerced arguments; null if they contain a variable.</summary>
    public object?[]? Constants { get; }

    /// <summary>
    /// Whether the field is resolved before anything is written: it is asynchronous, or a field below it may be asynchronous.
    /// </summary>
    public bool RunsAhead => Executor.IsAsync || Descends;

    /// <summary>
    /// Whether a field that is selected below this one may be asynchronous. Of an abstract type any possible type counts, selected or not,
    /// so that no more is compiled than the document has fields.
    /// </summary>
    public bool Descends
    {
        get
        {
            if (_descends == 0)
            {
                _descends = ReachesAsync(Field.Type.Named) ? 1 : -1;
            }

            return _descends > 0;
        }
    }

    /// <summary>What a resolver derived from the selections below; null before that, and always if it may vary by variables.</summary>
    public object? Memo => _memo == VariesByVariables ? null : _memo;

    /// <summary>
    /// The first of the merged fields. All of them have the same arguments (GraphQL September 2025, §5.3.2,
    /// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging).
    /// </summary>
    public FieldNode Node => _nodes[0];

    public ImmutableArray<FieldNode> Nodes => _nodes;

    ArgumentMap ISelection.Arguments => ArgumentMap.Of(Field, Node);

    /// <inheritdoc cref="IOperationMemo.SetSelectionMemo{T}"/>
    public void SetMemo(object derived)
    {
        if (_memo != VariesByVariables)
        {
            _memo = _plan.HasVariablesBelow(_nodes) ? VariesByVariables : derived;
        }
    }

    public SelectionSet SelectionSetFor(ObjectType type)
    {
        var latest = _latest;
        if (latest?.Type == type)
        {
            return latest;
        }

        // Two requests may compile the same set at the same time. Both results are equivalent.
        if (!_sets.TryGetValue(type, out var set))
        {
            set = _plan.Compile(type, _nodes);
            ImmutableInterlocked.TryAdd(ref _sets, type, set);
        }

        _latest = set;
        return set;
    }

    private static byte[] JsonBefore(string name, int index)
    {
        // A name has ASCII characters only (§2.1.9).
        var json = new byte[name.Length + 4];
        json[0] = index == 0 ? (byte)'{' : (byte)',';
        json[1] = json[^2] = (byte)'"';
        json[^1] = (byte)':';
        Encoding.ASCII.GetBytes(name, json.AsSpan(2));
        return json;
    }

    private bool ReachesAsync(NamedType type) => _plan.Schema.ReachesAsync(type)
        && (type is not ObjectType one || Array.Exists(SelectionSetFor(one).Selections, static below => below.RunsAhead));
}
