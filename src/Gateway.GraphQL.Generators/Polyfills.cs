// What the compiler needs of newer runtimes, for .NET Standard 2.0.
namespace System
{
    /// <summary>The index of a list pattern.</summary>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Marks the setters of records.</summary>
    internal static class IsExternalInit;
}
