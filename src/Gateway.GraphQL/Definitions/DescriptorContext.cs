using System.Reflection;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Gives descriptors access to what is generated about C# members.</summary>
internal sealed class DescriptorContext(DefinitionSet definitions) : IDescriptorContext, INamingConventions
{
    private readonly Dictionary<Type, InputObjectType> _inputs = [];

    public INamingConventions Naming => this;

    public string GetEnumValueName(object value) => ValueOf(value).Name;

    public string? GetEnumValueDescription(object value) => ValueOf(value).Description;

    public string? GetMemberDescription(MemberInfo member, MemberKind kind)
    {
        if (kind != MemberKind.InputObjectField || member.DeclaringType is not { } type || definitions.Input(type) is not { } definition)
        {
            return null;
        }

        if (!_inputs.TryGetValue(type, out var input))
        {
            // A registry of its own: a question about a field adds no types to the schema.
            var registry = new TypeRegistry(definitions, [])
            {
                OnComplexType = static (_, _) => { },
                OnInputObjectType = static (_, _) => { },
            };
            _inputs[type] = input = (InputObjectType)definition.Create(definitions);
            ((IInputObjectDefinition)definition).Complete(input, new TypeContext(registry));
        }

        return input.Fields.FirstOrDefault(field => field.MemberName == member.Name)?.Description;
    }

    private EnumValue ValueOf(object value) =>
        (definitions.Output(value.GetType())?.Create(definitions) as EnumType)?.Values.FirstOrDefault(one => one.RuntimeValue.Equals(value))
            ?? throw new ArgumentException($"{value} is no value of an enum of the schema.", nameof(value));
}
