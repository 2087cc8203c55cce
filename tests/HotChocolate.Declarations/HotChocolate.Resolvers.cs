using HotChocolate.Execution;
using HotChocolate.Execution.Processing;
using HotChocolate.Language;
using HotChocolate.Types;

namespace HotChocolate.Resolvers;

public delegate ValueTask<object?> FieldResolverDelegate(IResolverContext context);

public delegate object? PureFieldDelegate(IResolverContext context);

public delegate ValueTask FieldDelegate(IMiddlewareContext context);

public delegate FieldDelegate FieldMiddleware(FieldDelegate next);

public interface IMiddlewareContext : IResolverContext
{
    object? Result { get; set; }
}

public interface IResolverContext : IHasContextData
{
    Operation Operation { get; }

    Selection Selection { get; }

    Path Path { get; }

    T Parent<T>();

    T ArgumentValue<T>(string name);

    void ReportError(string errorMessage);

    void ReportError(IError error);

    void ReportError(Exception exception, Action<ErrorBuilder>? configure = null);

    ISelectionCollection Select();

    ISelectionCollection Select(string fieldName);
}

public interface ISelectionCollection : IReadOnlyList<ISelection>
{
    ISelectionCollection Select(string fieldName);

    ISelectionCollection Select(ReadOnlySpan<string> fieldNames);

    ISelectionCollection Select(ITypeDefinition typeContext);

    bool IsSelected(string fieldName);

    bool IsSelected(string fieldName1, string fieldName2);

    bool IsSelected(string fieldName1, string fieldName2, string fieldName3);

    bool IsSelected(ISet<string> fieldNames);
}

public sealed class ArgumentValue
{
    private ArgumentValue() => throw null!;

    public object? Value => throw null!;

    public IValueNode? ValueLiteral => throw null!;
}

public static class ResolverContextExtensions
{
    extension(IResolverContext context)
    {
        public T? GetLocalStateOrDefault<T>(string name) => throw null!;

        public T GetLocalStateOrDefault<T>(string name, T defaultValue) => throw null!;

        public void SetLocalState<T>(string name, T value) => throw null!;
    }
}
