using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Types.Scalars;
using HotChocolate.Data.Filters;
using HotChocolate.Features;
using HotChocolate.Text.Json;

namespace Gateway.Columns;

/// <summary>
/// The scalar <c>DateTime</c> as the gateway's own engine reads and explains it. HotChocolate's rounds up what it can't hold, has no
/// offsets above 14 hours, and says of a wrong value only that it is wrong.
/// </summary>
internal sealed class InstantType : ScalarType<DateTimeOffset>
{
    private const int MaxQuoted = 100;

    public InstantType()
        : base(DateTimeText.Name, BindingBehavior.Implicit)
    {
        Description = DateTimeText.Description;
        SpecifiedBy = DateTimeText.SpecifiedBy;
    }

    public override ScalarSerializationType SerializationType => ScalarSerializationType.String;

    // Whatever it is, its refusal says what would be right.
    public override bool IsValueCompatible(IValueNode valueLiteral) => true;

    public override bool IsValueCompatible(JsonElement inputValue) => true;

    public override object CoerceInputLiteral(IValueNode valueLiteral) =>
        valueLiteral is StringValueNode text && DateTimeText.TryParse(text.Value, out var value) ? value
            : throw Refuse($"{valueLiteral}");

    public override object CoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        inputValue.ValueKind == JsonValueKind.String && DateTimeText.TryParse(inputValue.GetString(), out var value) ? value
            : throw Refuse(inputValue.GetRawText());

    protected override void OnCoerceOutputValue(DateTimeOffset runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(TextOf(runtimeValue));

    protected override IValueNode OnValueToLiteral(DateTimeOffset runtimeValue) => new StringValueNode(TextOf(runtimeValue));

    private static string TextOf(DateTimeOffset value) =>
        value.UtcDateTime.ToString(DateTimeText.OutputForm, CultureInfo.InvariantCulture);

    private LeafCoercionException Refuse(string given)
    {
        var quoted = given.Length <= MaxQuoted ? given : $"{given.AsSpan(0, MaxQuoted)}…";
        return new($"`{Name}` expects {DateTimeText.Expectation}, not {quoted}.{DateTimeText.Advise(given)}", this);
    }
}

/// <summary>The conditions of an instant.</summary>
internal sealed class InstantFilterType : ComparableOperationFilterInputType<InstantType>
{
    protected override void Configure(IFilterInputTypeDescriptor descriptor)
    {
        descriptor.Name("DateTimeOperationFilterInput");
        base.Configure(descriptor);
    }
}

internal static class InstantFilters
{
    public static IFilterConventionDescriptor BindInstants(this IFilterConventionDescriptor filters) => filters
        .BindRuntimeType<DateTimeOffset, InstantFilterType>()
        .BindRuntimeType<DateTimeOffset?, InstantFilterType>();
}
