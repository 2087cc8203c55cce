using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>Writes a <see cref="Layout"/> in lines of at most 80 columns if possible.</summary>
internal sealed class LayoutWriter
{
    private const int Width = 80;

    private readonly StringBuilder _output = new();
    private readonly Stack<Item> _rest = new();
    private readonly Stack<Item> _ahead = new();
    private int _column;

    public static string Write(Layout layout)
    {
        var writer = new LayoutWriter();
        writer._rest.Push(new Item(layout, Indentation: 0, IsFlat: false));
        while (writer._rest.TryPop(out var item))
            writer.Write(item);
        return writer._output.ToString();
    }

    private void Write(in Item item)
    {
        switch (item.Layout)
        {
            case Layout.Text text:
                Append(text.Value, item.Indentation);
                break;
            case Layout.Line line when item.IsFlat:
                Append(line.Flat, item.Indentation);
                break;
            case Layout.Line line:
                _output.Append('\n');
                _column = 0;
                Append(line.Leading, item.Indentation);
                break;
            case Layout.Group group:
                var isFlat = item.IsFlat || (!group.MustBreak && Fits(item with { IsFlat = true }));
                _rest.Push(item with { Layout = group.Content, IsFlat = isFlat });
                break;
            default:
                Expand(item, _rest);
                break;
        }
    }

    /// <summary>Appends text, after the indentation of a new line. Empty lines thus have no trailing spaces.</summary>
    private void Append(string text, int indentation)
    {
        if (text.Length == 0)
            return;
        if (_column == 0)
        {
            _output.Append(' ', indentation);
            _column = indentation;
        }

        _output.Append(text);
        _column += text.Length;
    }

    /// <summary>Whether the item, with the text up to the next possible line break, fits on the line.</summary>
    private bool Fits(in Item first)
    {
        var left = Width - (_column == 0 ? first.Indentation : _column);
        _ahead.Clear();
        _ahead.Push(first);
        using var rest = _rest.GetEnumerator();
        while (left >= 0)
        {
            if (!_ahead.TryPop(out var item))
            {
                if (!rest.MoveNext())
                    return true;
                item = rest.Current;
            }

            switch (item.Layout)
            {
                case Layout.Text text:
                    left -= text.Value.Length;
                    break;
                case Layout.Line line when item.IsFlat:
                    left -= line.Flat.Length;
                    break;
                case Layout.Line:
                    return true;
                case Layout.Group group:
                    _ahead.Push(item with { Layout = group.Content });
                    break;
                default:
                    Expand(item, _ahead);
                    break;
            }
        }

        return false;
    }

    private static void Expand(in Item item, Stack<Item> stack)
    {
        switch (item.Layout)
        {
            case Layout.Indent indent:
                stack.Push(item with { Layout = indent.Content, Indentation = item.Indentation + 2 });
                break;
            case Layout.Concat concat:
                for (var i = concat.Parts.Length - 1; i >= 0; i--)
                    stack.Push(item with { Layout = concat.Parts[i] });
                break;
        }
    }

    private readonly record struct Item(Layout Layout, int Indentation, bool IsFlat);
}
