namespace Gateway.Caching;

/// <content>As the engine knows it; HotChocolate keeps no renderings.</content>
internal sealed partial class ResponseFragments : IResponseFragments;
