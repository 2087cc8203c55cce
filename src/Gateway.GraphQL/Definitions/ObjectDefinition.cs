using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Defines a type with fields.</summary>
internal interface IComplexDefinition
{
    void AddFields(ComplexType type, TypeContext types);
}

/// <summary>Defines an object type, which extensions may add fields to.</summary>
internal interface IObjectDefinition : IComplexDefinition
{
    void AddFields(ObjectType type, TypeExtension extension, TypeContext types);

    /// <summary>Creates the resolver of <c>__typename</c>, which has the C# type of the objects.</summary>
    FieldResolver CreateTypeName(ObjectType type);
}

/// <summary>Defines the object type of a C# type.</summary>
public abstract class ObjectDefinition<T>(string name, string? description, double? cost = null)
    : NamedDefinition(typeof(T), name, description), IObjectDefinition
{
    internal sealed override NamedType Create(DefinitionSet definitions) =>
        new ObjectType(Name, Description) { Cost = cost, RuntimeType = typeof(T), CreateRoot = CreateRoot };

    void IComplexDefinition.AddFields(ComplexType type, TypeContext types) =>
        AddFields(new FieldCollection<T>(type, types, typeof(T)), types);

    void IObjectDefinition.AddFields(ObjectType type, TypeExtension extension, TypeContext types) =>
        extension.AddFields(new FieldCollection<T>(type, types, extension.RuntimeType), types);

    FieldResolver IObjectDefinition.CreateTypeName(ObjectType type) => new ObjectBinding<T>(type.Name);

    protected abstract void AddFields(FieldCollection<T> fields, TypeContext types);

    /// <summary>Creates the object of a root type. Null if the class has no public constructor without parameters.</summary>
    protected virtual object? CreateRoot() => null;
}

/// <summary>Defines the interface type of a C# interface or abstract class.</summary>
public abstract class InterfaceDefinition<T>(string name, string? description)
    : NamedDefinition(typeof(T), name, description), IComplexDefinition
{
    internal sealed override NamedType Create(DefinitionSet definitions) => new InterfaceType(Name, Description);

    void IComplexDefinition.AddFields(ComplexType type, TypeContext types) =>
        AddFields(new FieldCollection<T>(type, types, typeof(T)), types);

    protected abstract void AddFields(FieldCollection<T> fields, TypeContext types);
}

/// <summary>Defines the union type of a C# interface or abstract class. Its members are the object types that derive from it.</summary>
public abstract class UnionDefinition<T>(string name, string? description) : NamedDefinition(typeof(T), name, description)
{
    internal sealed override NamedType Create(DefinitionSet definitions) => new UnionType(Name, Description);
}

/// <summary>Adds the members of a class as fields to another type.</summary>
public abstract class TypeExtension : TypeDefinition
{
    /// <summary>An extension of a root type.</summary>
    protected TypeExtension(Type type, OperationType operation)
        : base(type) =>
        Operation = operation;

    /// <summary>An extension of the object type with a name.</summary>
    protected TypeExtension(Type type, string name)
        : base(type) =>
        TargetName = name;

    /// <summary>An extension of the object type of a C# type.</summary>
    protected TypeExtension(Type type, Type extended)
        : base(type) =>
        TargetType = extended;

    internal OperationType? Operation { get; }

    internal string? TargetName { get; }

    internal Type? TargetType { get; }

    /// <typeparam name="TParent">
    /// The C# type of the extended type. It is known when the schema is built: a root type may have a class of its own or none.
    /// </typeparam>
    public abstract void AddFields<TParent>(FieldCollection<TParent> fields, TypeContext types);
}
