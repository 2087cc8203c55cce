namespace HotChocolate.Features;

public interface IFeatureProvider;

public interface IFeatureCollection;
