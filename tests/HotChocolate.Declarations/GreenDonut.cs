namespace GreenDonut;

public readonly record struct Result<TValue>;
