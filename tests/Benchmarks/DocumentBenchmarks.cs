using System.Text;
using BenchmarkDotNet.Attributes;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Data;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Benchmarks;

/// <summary>What a document that was never seen before costs, once.</summary>
public class DocumentBenchmarks
{
    private readonly ValidationOptions _options = new();
    private readonly Schema _schema =
        Gateway.GeneratedTypes.AddTypes(SchemaBuilder.New()).AddFiltering().AddSorting().AddQueryType().Create();

    private byte[] _text = [];
    private DocumentNode _document = null!;

    /// <summary>Which document.</summary>
    [Params(nameof(Documents.Volume), nameof(Documents.Dashboard))]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _text = Encoding.UTF8.GetBytes(Document == nameof(Documents.Volume) ? Documents.Volume : Documents.Dashboard);
        _document = Parse();
        if (DocumentValidator.Validate(_schema, _document, _options) is [var error, ..])
        {
            throw new InvalidOperationException(error.Message);
        }
    }

    [Benchmark(Description = "parse")]
    public DocumentNode Parse() => Utf8GraphQLParser.TryParse(_text, ParserOptions.Default, out var document, out var error)
        ? document
        : throw new InvalidOperationException(error.Message);

    [Benchmark(Description = "validate")]
    public object Validate() => DocumentValidator.Validate(_schema, _document, _options);

    [Benchmark(Description = "compile and price")]
    public object Compile() => Compile(_document);

    [Benchmark(Description = "parse, validate, compile and price")]
    public object All()
    {
        var document = Parse();
        DocumentValidator.Validate(_schema, document, _options);
        return Compile(document);
    }

    // What lies below the root is compiled when it is first met: pricing, which comes before every run, meets all of it.
    private object Compile(DocumentNode document)
    {
        var plan = new ExecutableDocument(_schema, document, length: 0).Find(null, out _)!.PlanFor(VariableValues.None);
        return new CostCalculator(_schema, new CostOptions().DefaultListSize, VariableValues.None).Calculate(plan);
    }
}
