namespace HotChocolate.Validation.Options;

public sealed class ValidationOptions;
