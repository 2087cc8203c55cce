using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphQLDotNet;

/// <summary>The part of the gateway's schema that the load asks for.</summary>
internal sealed class LoadSchema : Schema
{
    public LoadSchema(IServiceProvider services)
        : base(services) => Query = new QueryType();

    private sealed class QueryType : ObjectGraphType
    {
        public QueryType()
        {
            Name = "Query";
            Field<NonNullGraphType<SpectrumType>>("spectrumBytime")
                .Argument<NonNullGraphType<IdGraphType>>("zoneId")
                .Argument<NonNullGraphType<TimeDeltaType>>("timeDelta")
                .Argument<TimeType>("since")
                .Argument<TimeType>("until")
                .Argument<ListGraphType<NonNullGraphType<DimensionType>>>("dimensions")
                .Argument<IntGraphType>("limit")
                .ResolveAsync(async context => await Spectrum.FetchAsync(context));
            Field<NonNullGraphType<CtType>>("ctTimeseries")
                .Argument<AggIntervalType>("aggInterval")
                .Argument<ListGraphType<NonNullGraphType<SeriesInputType>>>("series")
                .ResolveAsync(async context => await CtTimeseries.FetchAsync(context));
        }
    }

    private sealed class SpectrumType : ObjectGraphType<Spectrum>
    {
        public SpectrumType()
        {
            Name = "SpectrumBytime";
            Field<NonNullGraphType<IntGraphType>>("rows").Resolve(context => context.Source.Rows);
            Field<NonNullGraphType<TotalsType>>("totals").Resolve(context => context.Source.Totals);
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<RowType>>>>("data").Resolve(context => context.Source.Data);
        }
    }

    private sealed class TotalsType : ObjectGraphType<Totals>
    {
        public TotalsType()
        {
            Name = "SpectrumMetrics";
            Field<FloatGraphType>("count").Resolve(context => context.Source.Count);
            Field<FloatGraphType>("bytesIngress").Resolve(context => context.Source.BytesIngress);
            Field<FloatGraphType>("bytesEgress").Resolve(context => context.Source.BytesEgress);
        }
    }

    private sealed class RowType : ObjectGraphType<SpectrumRow>
    {
        public RowType()
        {
            Name = "SpectrumRow";
            Field<NonNullGraphType<DimensionsType>>("dimensions").Resolve(context => context.Source);
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<PointType>>>>("points").Resolve(context => context.Source.Points);
        }
    }

    private sealed class DimensionsType : ObjectGraphType<SpectrumRow>
    {
        public DimensionsType()
        {
            Name = "SpectrumDimensions";
            Field<EventType>("event").Resolve(context => context.Source.Event);
        }
    }

    private sealed class PointType : ObjectGraphType<SpectrumPoint>
    {
        public PointType()
        {
            Name = "SpectrumPoint";
            Field<TimeType>("start").Resolve(context => context.Source.Start);
            Field<TimeType>("end").Resolve(context => context.Source.End);
            Field<FloatGraphType>("count").Resolve(context => context.Source.Count);
            Field<FloatGraphType>("bytesIngress").Resolve(context => context.Source.BytesIngress);
            Field<FloatGraphType>("bytesEgress").Resolve(context => context.Source.BytesEgress);
        }
    }

    private sealed class CtType : ObjectGraphType<CtTimeseries>
    {
        public CtType()
        {
            Name = "CtTimeseries";
            Field<NonNullGraphType<MetaType>>("meta").Resolve(context => context.Source.Meta);
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<SeriesType>>>>("series").Resolve(context => context.Source.Series);
        }
    }

    private sealed class MetaType : ObjectGraphType<CtMeta>
    {
        public MetaType()
        {
            Name = "CtMeta";
            Field<StringGraphType>("aggInterval").Resolve(context => context.Source.AggInterval);
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<UnitType>>>>("units").Resolve(context => context.Source.Units);
        }
    }

    private sealed class UnitType : ObjectGraphType<CtUnit>
    {
        public UnitType()
        {
            Name = "CtUnit";
            Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Name);
            Field<NonNullGraphType<StringGraphType>>("value").Resolve(context => context.Source.Value);
        }
    }

    private sealed class SeriesType : ObjectGraphType<CtSeries>
    {
        public SeriesType()
        {
            Name = "CtSeries";
            Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Name);
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<CtPointType>>>>("points").Resolve(context => context.Source.Points);
        }
    }

    private sealed class CtPointType : ObjectGraphType<CtPoint>
    {
        public CtPointType()
        {
            Name = "CtPoint";
            Field<NonNullGraphType<TimeType>>("timestamp").Resolve(context => context.Source.Timestamp);
            Field<FloatGraphType>("value").Resolve(context => context.Source.Value);
        }
    }

    private sealed class SeriesInputType : InputObjectGraphType<CtSeriesInput>
    {
        public SeriesInputType()
        {
            Name = "CtSeriesInput";
            Field<NonNullGraphType<StringGraphType>>("name");
            Field<NonNullGraphType<TimeType>>("dateStart");
            Field<NonNullGraphType<TimeType>>("dateEnd");
            Field<NonNullGraphType<LevelType>>("validationLevel");
        }
    }

    /// <summary>Times pass as they are written, as in the other peers.</summary>
    private sealed class TimeType : ScalarGraphType
    {
        public TimeType() => Name = "DateTime";

        public override object? ParseLiteral(GraphQLValue value) =>
            value is GraphQLStringValue text ? text.Value.ToString() : ThrowLiteralConversionError(value);

        public override object? ParseValue(object? value) => value;
    }

    private sealed class TimeDeltaType : Choice
    {
        public TimeDeltaType()
            : base("SpectrumTimeDelta", ("MINUTE", "minute"), ("HOUR", "hour"), ("DAY", "day"))
        {
        }
    }

    private sealed class DimensionType : Choice
    {
        public DimensionType()
            : base("SpectrumDimension", ("EVENT", "event"))
        {
        }
    }

    private sealed class EventType : Choice
    {
        public EventType()
            : base(
                "SpectrumEvent",
                ("CONNECT", "connect"),
                ("PROGRESS", "progress"),
                ("DISCONNECT", "disconnect"),
                ("ORIGIN_ERROR", "originError"),
                ("CLIENT_FILTERED", "clientFiltered"))
        {
        }
    }

    private sealed class AggIntervalType : Choice
    {
        public AggIntervalType()
            : base("CtAggInterval", ("FIFTEEN_MINUTES", "15m"), ("ONE_HOUR", "1h"), ("ONE_DAY", "1d"), ("ONE_WEEK", "1w"))
        {
        }
    }

    private sealed class LevelType : Choice
    {
        public LevelType()
            : base("CtValidationLevel", ("DOMAIN", "DOMAIN"), ("ORGANIZATION", "ORGANIZATION"), ("EXTENDED", "EXTENDED"))
        {
        }
    }

    /// <summary>An enumeration: the schema's name of each value, and Cloudflare's.</summary>
    private abstract class Choice : EnumerationGraphType
    {
        protected Choice(string name, params (string Name, string Wire)[] values)
        {
            Name = name;
            foreach (var (value, wire) in values)
            {
                Add(value, wire);
            }
        }
    }
}
