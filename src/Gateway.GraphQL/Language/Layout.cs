using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// Text with possible line breaks, as in Philip Wadler's "A prettier printer". A <see cref="Group"/> that fits on one line is printed flat.
/// In any other group, each direct <see cref="Line"/> becomes a line break.
/// </summary>
internal abstract record Layout
{
    /// <summary>Whether this contains a hard line break. All groups around it break, too.</summary>
    public bool MustBreak { get; protected init; }

    public static Layout Empty { get; } = new Text("");

    /// <summary>A line break in any group.</summary>
    public static Layout HardLine { get; } = new Line("") { MustBreak = true };

    /// <summary>A line break, or nothing.</summary>
    public static Layout SoftLine { get; } = new Line("");

    /// <summary>A line break, or a space.</summary>
    public static Layout Blank { get; } = new Line(" ");

    public static implicit operator Layout(string text) => new Text(text);

    public static Layout Join(Layout separator, IEnumerable<Layout> items)
    {
        var parts = ImmutableArray.CreateBuilder<Layout>();
        foreach (var item in items)
        {
            if (parts.Count > 0)
                parts.Add(separator);
            parts.Add(item);
        }

        return new Concat(parts.DrainToImmutable());
    }

    public static Layout Of(params ReadOnlySpan<Layout> parts) => new Concat([.. parts]);

    internal sealed record Text(string Value) : Layout;

    /// <summary>A line break followed by <paramref name="Leading"/>; <paramref name="Flat"/> if the group is flat.</summary>
    internal sealed record Line(string Flat, string Leading = "") : Layout;

    internal sealed record Concat : Layout
    {
        public Concat(ImmutableArray<Layout> parts)
        {
            Parts = parts;
            foreach (var part in parts)
                MustBreak |= part.MustBreak;
        }

        public ImmutableArray<Layout> Parts { get; }
    }

    /// <summary>Indents the lines that begin inside by two spaces.</summary>
    internal sealed record Indent : Layout
    {
        public Indent(Layout content)
        {
            Content = content;
            MustBreak = content.MustBreak;
        }

        public Layout Content { get; }
    }

    internal sealed record Group : Layout
    {
        public Group(Layout content, bool mustBreak = false)
        {
            Content = content;
            MustBreak = mustBreak || content.MustBreak;
        }

        public Layout Content { get; }
    }
}
