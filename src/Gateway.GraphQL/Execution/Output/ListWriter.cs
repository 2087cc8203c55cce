using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>
/// Writes a list (GraphQL September 2025, §3.11, https://spec.graphql.org/September2025/#sec-List). An enumeration is read to its end
/// first.
/// </summary>
internal sealed class ListWriter<TList, TItem>(ValueWriter<TItem> item) : ValueWriter<TList>
    where TList : IEnumerable<TItem>
{
    public override bool Write(TList value, Selection selection, OperationContext context)
    {
        var below = context.TakeResolved() as object?[];
        var list = value as IReadOnlyList<TItem> ?? [.. value];
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
