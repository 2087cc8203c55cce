namespace HotChocolate.Internal;

public interface IExtendedType
{
    Type Source { get; }

    bool IsArrayOrList { get; }

    IExtendedType? ElementType { get; }
}
