namespace HotChocolate.Execution;

public interface ISelection
{
    string ResponseName { get; }
}
