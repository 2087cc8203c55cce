namespace Gateway.GraphQL.Types;

/// <summary>Adds fields to the object type of a C# type. Register a subclass with <c>AddType</c>.</summary>
public abstract class ObjectType<T> : IDescribedFields
{
    Type IDescribedType.RuntimeType => typeof(T);

    IReadOnlyList<FieldDescriptor> IDescribedFields.Describe(IDescriptorContext context)
    {
        var descriptor = new Descriptor(context);
        Configure(descriptor);
        return descriptor.Fields;
    }

    protected abstract void Configure(IObjectTypeDescriptor<T> descriptor);

    private sealed class Descriptor(IDescriptorContext context) : IObjectTypeDescriptor<T>, IDescriptorExtension
    {
        public IDescriptorContext Context => context;

        public List<FieldDescriptor> Fields { get; } = [];

        public IDescriptorExtension Extend() => this;

        public IObjectFieldDescriptor Field(string name)
        {
            var field = new FieldDescriptor(name);
            Fields.Add(field);
            return field;
        }
    }
}

/// <summary>Describes the values of the enum type of a C# type. Register a subclass with <c>AddType</c>.</summary>
public abstract class EnumType<T> : IDescribedEnum
    where T : notnull
{
    Type IDescribedType.RuntimeType => typeof(T);

    IReadOnlyList<EnumValue> IDescribedEnum.Describe(IDescriptorContext context)
    {
        var descriptor = new Descriptor(context);
        Configure(descriptor);
        return [.. descriptor.Values.Select(value => value.Create())];
    }

    protected abstract void Configure(IEnumTypeDescriptor<T> descriptor);

    private sealed class Descriptor(IDescriptorContext context) : IEnumTypeDescriptor<T>, IDescriptorExtension
    {
        public IDescriptorContext Context => context;

        public List<ValueDescriptor> Values { get; } = [];

        public IDescriptorExtension Extend() => this;

        public IEnumValueDescriptor Value(T value)
        {
            var descriptor = new ValueDescriptor(value);
            Values.Add(descriptor);
            return descriptor;
        }
    }

    private sealed class ValueDescriptor(T value) : IEnumValueDescriptor
    {
        private string? _name;
        private string? _description;

        public IEnumValueDescriptor Name(string name)
        {
            _name = name;
            return this;
        }

        public IEnumValueDescriptor Description(string? description)
        {
            _description = description;
            return this;
        }

        public EnumValue Create()
        {
            var name = _name ?? throw new SchemaException($"The value {value} of the enum {typeof(T)} has no name.");
            return new EnumValue(name, _description, DeprecationReason: null, value);
        }
    }
}

/// <summary>A class that describes a type in code.</summary>
internal interface IDescribedType
{
    /// <summary>The described C# type.</summary>
    Type RuntimeType { get; }
}

internal interface IDescribedFields : IDescribedType
{
    IReadOnlyList<FieldDescriptor> Describe(IDescriptorContext context);
}

internal interface IDescribedEnum : IDescribedType
{
    IReadOnlyList<EnumValue> Describe(IDescriptorContext context);
}

/// <summary>The description of a field, as configured.</summary>
internal sealed class FieldDescriptor(string name) : IObjectFieldDescriptor
{
    public string Name => name;

    public string? Text { get; private set; }

    public List<ArgumentDescriptor> Arguments { get; } = [];

    public double? Weight { get; private set; }

    public FieldReader? Resolver { get; private set; }

    public IObjectFieldDescriptor Description(string? value)
    {
        Text = value;
        return this;
    }

    public IObjectFieldDescriptor Cost(double weight)
    {
        Weight = weight;
        return this;
    }

    public IObjectFieldDescriptor Argument(string name, Action<IArgumentDescriptor> configure)
    {
        var argument = new ArgumentDescriptor(name);
        configure(argument);
        Arguments.Add(argument);
        return this;
    }

    public IObjectFieldDescriptor Resolve<TParent, TValue>(Func<TParent, TValue> resolve)
    {
        Resolver = new FieldReader<TParent, TValue>(resolve);
        return this;
    }
}

/// <summary>Reads a field that is described in code from its parent object.</summary>
internal abstract class FieldReader
{
    public abstract Type ParentType { get; }

    public abstract OutputField? Accept(IFieldVisitor visitor);
}

internal sealed class FieldReader<TParent, TValue>(Func<TParent, TValue> read) : FieldReader
{
    public override Type ParentType => typeof(TParent);

    public override OutputField? Accept(IFieldVisitor visitor) => visitor.Visit(read);
}

/// <summary>Creates a field with the C# types of its reader.</summary>
internal interface IFieldVisitor
{
    OutputField? Visit<TParent, TValue>(Func<TParent, TValue> read);
}

/// <summary>The description of an argument, as configured.</summary>
internal sealed class ArgumentDescriptor(string name) : IArgumentDescriptor
{
    public string Name => name;

    public string? Text { get; private set; }

    public Type RuntimeType { get; private set; } = typeof(object);

    public int? MaxItems { get; private set; }

    public IArgumentDescriptor Description(string? value)
    {
        Text = value;
        return this;
    }

    public IArgumentDescriptor Type(Type type)
    {
        RuntimeType = type;
        return this;
    }

    public IArgumentDescriptor MaxLength(int items)
    {
        MaxItems = items;
        return this;
    }
}
