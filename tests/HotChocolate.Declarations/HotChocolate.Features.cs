namespace HotChocolate.Features;

public interface IFeatureProvider;
