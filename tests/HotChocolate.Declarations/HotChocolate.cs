namespace HotChocolate;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property
    | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property
    | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute
{
    public ParentAttribute(string? requires = null) => throw null!;

    public string? Requires => throw null!;
}

[AttributeUsage(AttributeTargets.Parameter)]
public class ServiceAttribute : Attribute
{
    public ServiceAttribute() => throw null!;

    public ServiceAttribute(string key) => throw null!;

    public string? Key => throw null!;
}

[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute : Attribute
{
    public ModuleAttribute(string name, ModuleOptions options = ModuleOptions.Default) => throw null!;

    public string Name => throw null!;

    public ModuleOptions Options => throw null!;
}

[Flags]
public enum ModuleOptions
{
    Default = RegisterDataLoader | RegisterTypes,
    RegisterTypes = 1,
    RegisterDataLoader = 2,
    IncludeInternalMembers = 4,
    DisableXmlDocumentation = 8,
}

public interface IError
{
    string Message { get; }

    string? Code { get; }

    Path? Path { get; }

    IReadOnlyDictionary<string, object?>? Extensions { get; }

    Exception? Exception { get; }

    IError WithMessage(string message);

    IError WithCode(string? code);

    IError SetExtension(string key, object? value);
}

public sealed class ErrorBuilder
{
    private ErrorBuilder() => throw null!;

    public static ErrorBuilder New() => throw null!;

    public ErrorBuilder SetMessage(string message) => throw null!;

    public ErrorBuilder SetCode(string? code) => throw null!;

    public ErrorBuilder SetPath(Path? path) => throw null!;

    public ErrorBuilder SetExtension(string key, object? value) => throw null!;

    public IError Build() => throw null!;
}

public class GraphQLException : Exception
{
    public GraphQLException(string message) => throw null!;

    public GraphQLException(IError error) => throw null!;

    public GraphQLException(params IError[] errors) => throw null!;

    public GraphQLException(IEnumerable<IError> errors) => throw null!;

    public GraphQLException(string message, Exception innerException) => throw null!;

    public IReadOnlyList<IError> Errors => throw null!;
}

public interface IHasContextData
{
    IDictionary<string, object?> ContextData { get; }
}

public interface ISchemaDefinition
{
    IServiceProvider Services { get; }
}

public class SchemaOptions
{
    public bool EnableSemanticIntrospection { get; set; }

    public int PreparedOperationCacheSize { get; set; }

    public int OperationDocumentCacheSize { get; set; }
}

// A name that others have, too.
public abstract class Path
{
    public static Path Root => throw null!;

    public Path Append(string name) => throw null!;

    public Path Append(int index) => throw null!;

    public Path Append(Path path) => throw null!;

    public string Print() => throw null!;

    public IReadOnlyList<object> ToList() => throw null!;
}

// As is this.
public record Error;
