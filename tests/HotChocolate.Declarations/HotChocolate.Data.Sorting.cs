using System.Linq.Expressions;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors;
using HotChocolate.Types.Descriptors.Configurations;

namespace HotChocolate.Data.Sorting;

public interface ISortConvention : IConvention;

public interface ISortConventionDescriptor
{
    ISortConventionDescriptor BindRuntimeType<TRuntimeType, TSortType>();

    ISortConventionDescriptor Provider<TProvider>()
        where TProvider : class, ISortProvider;

    ISortConventionDescriptor Provider<TProvider>(TProvider provider)
        where TProvider : class, ISortProvider;
}

public interface ISortProvider;

public class SortConventionExtension : IConvention
{
    public SortConventionExtension(Action<ISortConventionDescriptor> configure) => throw null!;
}

public class SortInputTypeConfiguration : TypeSystemConfiguration;

public class SortFieldConfiguration : TypeSystemConfiguration;

public interface ISortInputTypeDescriptor : IDescriptor<SortInputTypeConfiguration>;

public interface ISortInputTypeDescriptor<T> : ISortInputTypeDescriptor
{
    ISortFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember);
}

public interface ISortFieldDescriptor : IDescriptor<SortFieldConfiguration>
{
    ISortFieldDescriptor Name(string value);

    ISortFieldDescriptor Description(string value);
}

public class SortInputType : InputObjectType
{
    protected virtual void Configure(ISortInputTypeDescriptor descriptor) => throw null!;
}

public class SortInputType<T> : SortInputType
{
    protected virtual void Configure(ISortInputTypeDescriptor<T> descriptor) => throw null!;

    protected sealed override void Configure(ISortInputTypeDescriptor descriptor) => throw null!;
}
