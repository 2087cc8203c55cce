namespace Gateway.Columns;

/// <summary>
/// What points and columns count as in an operation's cost. A field cost of 1 stands for about a kilobyte of the response.
/// </summary>
/// <remarks>
/// The real sizes follow from dates, intervals and the number of series. <c>@listSize</c> can't read them: its slicing arguments are
/// numbers, and neither a list nor a period is one. So sizes are assumed. The cost is for what a document multiplies: aliases of fields
/// whose answers come from one call.
/// </remarks>
internal static class PointCost
{
    /// <summary>The assumed number of points: four days of hours, or a day of quarters of an hour.</summary>
    public const int Points = 100;

    /// <summary>A number of a point, with its name.</summary>
    public const double Number = 0.02;

    /// <summary>An instant of a point, with its name.</summary>
    public const double Instant = 0.03;

    /// <summary>A boolean of a point, with its name.</summary>
    public const double Boolean = 0.02;

    /// <summary>A column of numbers.</summary>
    public const double Numbers = 1;

    /// <summary>
    /// A filter of a list, and each of its comparisons. They work on lists in memory of an answer that came, where HotChocolate's weights,
    /// ten times as much, are for queries to a database.
    /// </summary>
    public const double Filter = 1;

    /// <summary>A comparison that searches a text.</summary>
    public const double TextSearch = 2;

    /// <summary>An order of a list. Sorting compares each item with several others.</summary>
    public const double Order = 1;

    /// <summary>A key of an order.</summary>
    public const double Key = 3;

    /// <summary>A column of instants.</summary>
    public const double Instants = 2.5;
}
