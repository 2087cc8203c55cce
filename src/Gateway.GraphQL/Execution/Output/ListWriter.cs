using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>
/// Writes a list (GraphQL September 2025, §3.11, https://spec.graphql.org/September2025/#sec-List), by index if possible, or else by
/// enumeration.
/// </summary>
internal sealed class ListWriter<TList, TItem>(ValueWriter<TItem> item) : ValueWriter<TList>
    where TList : IEnumerable<TItem>
{
    public override bool Write(TList value, Selection selection, OperationContext context)
    {
        var below = context.TakeResolved() as object?[];
        return value is IReadOnlyList<TItem> list
            ? WriteIndexed(list, below, selection, context)
            : WriteEnumerated(value, below, selection, context);
    }

    private bool WriteIndexed(IReadOnlyList<TItem> list, object?[]? below, Selection selection, OperationContext context)
    {
        var texts = list.Count > 0 ? item.TextsOf(selection) : null;
        context.Output.WriteRaw((byte)'[');
        for (var index = 0; index < list.Count; index++)
        {
            if (texts is not null && TryWriteTexts(texts, list[index], index, context.Output))
            {
                continue;
            }

            if (!WriteItem(list[index], index, below, selection, context))
            {
                return false;
            }
        }

        context.Output.WriteRaw((byte)']');
        return true;
    }

    private bool WriteEnumerated(TList list, object?[]? below, Selection selection, OperationContext context)
    {
        context.Output.WriteRaw((byte)'[');
        var index = 0;
        foreach (var value in list)
        {
            if (!WriteItem(value, index++, below, selection, context))
            {
                return false;
            }
        }

        context.Output.WriteRaw((byte)']');
        return true;
    }

    private static bool TryWriteTexts(TextSelections<TItem> texts, TItem value, int index, JsonOutput output)
    {
        var start = output.Position;
        if (index > 0)
        {
            output.WriteRaw((byte)',');
        }

        if (texts.TryWrite(in value, output))
        {
            return true;
        }

        output.Rewind(start);
        return false;
    }

    private bool WriteItem(TItem value, int index, object?[]? below, Selection selection, OperationContext context)
    {
        if (index > 0)
        {
            context.Output.WriteRaw((byte)',');
        }

        context.Path.Push(index);
        context.OfferResolved(below?[index]);
        var written = item.Write(value, selection, context);
        context.Path.Pop();
        return written;
    }
}
