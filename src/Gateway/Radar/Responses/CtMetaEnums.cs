namespace Gateway.Radar.Responses;

/// <summary>Length of one interval of a series that was answered.</summary>
public enum CtResultInterval
{
    /// <summary>15 minutes.</summary>
    FIFTEEN_MINUTES,

    /// <summary>One hour.</summary>
    ONE_HOUR,

    /// <summary>One day, in UTC.</summary>
    ONE_DAY,

    /// <summary>One week.</summary>
    ONE_WEEK,

    /// <summary>One month; Cloudflare can choose it, though it cannot be asked for.</summary>
    ONE_MONTH,

    /// <summary>A length that Cloudflare has added since this gateway was built.</summary>
    UNKNOWN,
}

/// <summary>What was done to the values of the series after counting.</summary>
public enum CtNormalization
{
    /// <summary>Percentages of a whole.</summary>
    PERCENTAGE,

    /// <summary>Between 0 and the largest value, scaled to 0 to 1.</summary>
    MIN0_MAX,

    /// <summary>Between the smallest and the largest value, scaled to 0 to 1.</summary>
    MIN_MAX,

    /// <summary>Counts as they are.</summary>
    RAW_VALUES,

    /// <summary>Change against the period before, in percent.</summary>
    PERCENTAGE_CHANGE,

    /// <summary>Averages over a window that moves along.</summary>
    ROLLING_AVERAGE,

    /// <summary>Percentages that may add up to more than 100, since one thing may count in several.</summary>
    OVERLAPPED_PERCENTAGE,

    /// <summary>Ratios.</summary>
    RATIO,

    /// <summary>One that Cloudflare has added since this gateway was built.</summary>
    UNKNOWN,
}

/// <summary>The data that an annotation is about.</summary>
public enum CtDataSource
{
    /// <summary>Everything that Radar shows.</summary>
    ALL,

    /// <summary>Crawlers and assistants of AI services.</summary>
    AI_BOTS,

    /// <summary>Cloudflare's AI Gateway.</summary>
    AI_GATEWAY,

    /// <summary>Routing between networks (BGP).</summary>
    BGP,

    /// <summary>Automated traffic.</summary>
    BOTS,

    /// <summary>TCP connections that end unusually.</summary>
    CONNECTION_ANOMALY,

    /// <summary>Certificate Transparency.</summary>
    CT,

    /// <summary>DNS queries to Cloudflare's public resolver.</summary>
    DNS,

    /// <summary>How widely domains are asked for in DNS.</summary>
    DNS_MAGNITUDE,

    /// <summary>Misdirected reverse DNS queries (AS112).</summary>
    DNS_AS112,

    /// <summary>Denial-of-service attacks.</summary>
    DOS,

    /// <summary>Cloudflare's Email Routing.</summary>
    EMAIL_ROUTING,

    /// <summary>Cloudflare's Email Security.</summary>
    EMAIL_SECURITY,

    /// <summary>Firewall events.</summary>
    FW,

    /// <summary>Firewall events, by product group.</summary>
    FW_PG,

    /// <summary>HTTP requests.</summary>
    HTTP,

    /// <summary>HTTP requests, the control data set.</summary>
    HTTP_CONTROL,

    /// <summary>Visitors that AI services refer, against their crawling.</summary>
    HTTP_CRAWLER_REFERER,

    /// <summary>HTTP requests to the origins of cloud providers.</summary>
    HTTP_ORIGINS,

    /// <summary>Internet quality index.</summary>
    IQI,

    /// <summary>Logins with passwords that have leaked.</summary>
    LEAKED_CREDENTIALS,

    /// <summary>Network traffic.</summary>
    NET,

    /// <summary>The robots.txt files of websites.</summary>
    ROBOTS_TXT,

    /// <summary>Speed tests.</summary>
    SPEED,

    /// <summary>Cloudflare's Workers AI.</summary>
    WORKERS_AI,

    /// <summary>One that Cloudflare has added since this gateway was built.</summary>
    UNKNOWN,
}

/// <summary>What an annotation tells of.</summary>
public enum CtEventType
{
    /// <summary>Something that happened in the world and shows in the data.</summary>
    EVENT,

    /// <summary>A remark.</summary>
    GENERAL,

    /// <summary>An outage of the Internet.</summary>
    OUTAGE,

    /// <summary>Part of the data is a projection.</summary>
    PARTIAL_PROJECTION,

    /// <summary>Trouble with the collection of the data.</summary>
    PIPELINE,

    /// <summary>Unusual traffic.</summary>
    TRAFFIC_ANOMALY,

    /// <summary>One that Cloudflare has added since this gateway was built.</summary>
    UNKNOWN,
}
