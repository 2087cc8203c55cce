namespace Gateway.GraphQL.Execution;

/// <summary>Adds a member to the <c>extensions</c> of responses. Each response with data asks once its data is complete.</summary>
public interface IResponseExtension
{
    /// <summary>The name of the member.</summary>
    string Name { get; }

    /// <summary>The value, of texts, numbers, lists and dictionaries; null for none.</summary>
    /// <param name="state">As <see cref="OperationRequest.State"/>.</param>
    object? ValueFor(object? state);
}
