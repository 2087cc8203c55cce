using System.Linq.Expressions;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors;
using HotChocolate.Types.Descriptors.Configurations;

namespace HotChocolate.Data.Filters;

public interface IFilterConvention : IConvention;

public interface IFilterConventionDescriptor
{
    IFilterConventionDescriptor BindRuntimeType<TRuntimeType, TFilterType>()
        where TFilterType : FilterInputType;
}

public class FilterConventionExtension : IConvention
{
    public FilterConventionExtension(Action<IFilterConventionDescriptor> configure) => throw null!;
}

public class FilterInputTypeConfiguration : TypeSystemConfiguration;

public class FilterFieldConfiguration : TypeSystemConfiguration;

public interface IFilterInputTypeDescriptor : IDescriptor<FilterInputTypeConfiguration>
{
    IFilterInputTypeDescriptor Name(string value);
}

public interface IFilterInputTypeDescriptor<T> : IFilterInputTypeDescriptor
{
    IFilterFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember);
}

public interface IFilterFieldDescriptor : IDescriptor<FilterFieldConfiguration>
{
    IFilterFieldDescriptor Name(string value);

    IFilterFieldDescriptor Description(string value);
}

public class FilterInputType
{
    protected virtual void Configure(IFilterInputTypeDescriptor descriptor) => throw null!;
}

public class FilterInputType<T> : FilterInputType
{
    protected virtual void Configure(IFilterInputTypeDescriptor<T> descriptor) => throw null!;

    protected sealed override void Configure(IFilterInputTypeDescriptor descriptor) => throw null!;
}

public class ComparableOperationFilterInputType<T> : FilterInputType
{
    protected override void Configure(IFilterInputTypeDescriptor descriptor) => throw null!;
}
