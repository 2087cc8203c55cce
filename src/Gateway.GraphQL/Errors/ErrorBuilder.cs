namespace Gateway.GraphQL;

/// <summary>Builds an <see cref="IError"/> step by step.</summary>
public sealed class ErrorBuilder
{
    private readonly Dictionary<string, object?> _extensions = new(StringComparer.Ordinal);
    private string? _message;
    private string? _code;

    private ErrorBuilder()
    {
    }

    public static ErrorBuilder New() => new();

    public ErrorBuilder SetMessage(string message)
    {
        _message = message;
        return this;
    }

    public ErrorBuilder SetCode(string? code)
    {
        _code = code;
        return this;
    }

    public ErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    /// <exception cref="InvalidOperationException">No message was set.</exception>
    public IError Build() => new Error(_message ?? throw new InvalidOperationException("An error needs a message."))
    {
        Code = _code,
        Extensions = _extensions.Count == 0 ? null : _extensions,
    };
}
