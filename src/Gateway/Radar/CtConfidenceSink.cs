using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>Reads how far the data can be trusted.</summary>
internal sealed class CtConfidenceSink() : ObjectSink(otherwise: Nothing)
{
    private readonly NumberField _level = new(otherwise: Nothing);
    private readonly CtAnnotationSink _annotations = new();
    private bool _isThere;

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("level"u8) ? _level
        : name.ValueTextEquals("annotations"u8) ? _annotations.List
        : Nothing;

    public override void EndObject() => _isThere = true;

    public CtConfidenceInfo? Build() => _isThere ? new CtConfidenceInfo(CtFields.Integer(_level), _annotations.Items) : null;
}

/// <summary>Reads the remarks on the data.</summary>
internal sealed class CtAnnotationSink : CtItemsSink<CtAnnotation>
{
    private readonly TextField _dataSource = new(otherwise: Nothing);
    private readonly TextField _description = new(otherwise: Nothing);
    private readonly TextField _endDate = new(otherwise: Nothing);
    private readonly TextField _eventType = new(otherwise: Nothing);
    private readonly BooleanField _isInstantaneous = new();
    private readonly TextField _linkedUrl = new(otherwise: Nothing);
    private readonly TextField _startDate = new(otherwise: Nothing);
    private readonly Tags _tags = new();

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("dataSource"u8) ? _dataSource
        : name.ValueTextEquals("description"u8) ? _description
        : name.ValueTextEquals("endDate"u8) ? _endDate
        : name.ValueTextEquals("eventType"u8) ? _eventType
        : name.ValueTextEquals("isInstantaneous"u8) ? _isInstantaneous
        : name.ValueTextEquals("linkedUrl"u8) ? _linkedUrl
        : name.ValueTextEquals("startDate"u8) ? _startDate
        : name.ValueTextEquals("tags"u8) ? _tags.List
        : Nothing;

    protected override CtAnnotation Build() => new(
        CtFields.Enumerated(_dataSource, CtDataSource.UNKNOWN),
        _description.TakeUnlessEmpty(),
        CtFields.Time(_endDate),
        CtFields.Enumerated(_eventType, CtEventType.UNKNOWN),
        _isInstantaneous.Take(),
        _linkedUrl.TakeUnlessEmpty(),
        CtFields.Time(_startDate),
        _tags.Take());

    private sealed class Tags : JsonSink
    {
        private List<string> _texts = [];

        public Tags() => List = new ListSink(this, otherwise: Nothing);

        public JsonSink List { get; }

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is not JsonTokenType.String)
            {
                return Nothing;
            }

            if (!TextField.TryRead(ref reader, out var text))
            {
                return Refused;
            }

            _texts.Add(text!);
            return Nothing;
        }

        public List<string> Take()
        {
            var texts = _texts;
            _texts = [];
            return texts;
        }
    }
}
