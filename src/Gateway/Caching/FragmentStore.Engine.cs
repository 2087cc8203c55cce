namespace Gateway.Caching;

/// <content>Fragments of the gateway's own engine; HotChocolate caches none.</content>
internal sealed partial class FragmentStore : IResponseFragments;
