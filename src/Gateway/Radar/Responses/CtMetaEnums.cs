namespace Gateway.Radar.Responses;

/// <summary>The length of one interval of a series in an answer.</summary>
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

    /// <summary>One month. Cloudflare may choose it, but it can't be requested.</summary>
    ONE_MONTH,

    /// <summary>A length that this gateway does not know yet.</summary>
    UNKNOWN,
}

/// <summary>How the values of the series were normalized.</summary>
public enum CtNormalization
{
    /// <summary>Percentages of a total.</summary>
    PERCENTAGE,

    /// <summary>Scaled to 0 to 1, from zero to the largest value.</summary>
    MIN0_MAX,

    /// <summary>Scaled to 0 to 1, from the smallest to the largest value.</summary>
    MIN_MAX,

    /// <summary>Counts, not normalized.</summary>
    RAW_VALUES,

    /// <summary>Change from the previous period, in percent.</summary>
    PERCENTAGE_CHANGE,

    /// <summary>Rolling averages.</summary>
    ROLLING_AVERAGE,

    /// <summary>Percentages that may add up to more than 100, because categories overlap.</summary>
    OVERLAPPED_PERCENTAGE,

    /// <summary>Ratios.</summary>
    RATIO,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}

/// <summary>The data that an annotation is about.</summary>
public enum CtDataSource
{
    /// <summary>All data of Radar.</summary>
    ALL,

    /// <summary>Crawlers and assistants of AI services.</summary>
    AI_BOTS,

    /// <summary>Cloudflare's AI Gateway.</summary>
    AI_GATEWAY,

    /// <summary>Routing between networks (BGP).</summary>
    BGP,

    /// <summary>Automated traffic.</summary>
    BOTS,

    /// <summary>TCP connections that end abnormally.</summary>
    CONNECTION_ANOMALY,

    /// <summary>Certificate Transparency.</summary>
    CT,

    /// <summary>DNS queries to Cloudflare's public resolver.</summary>
    DNS,

    /// <summary>How widely domains are queried in DNS.</summary>
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

    /// <summary>Firewall events by product group.</summary>
    FW_PG,

    /// <summary>HTTP requests.</summary>
    HTTP,

    /// <summary>HTTP requests, control data set.</summary>
    HTTP_CONTROL,

    /// <summary>Referrals by AI services, compared with their crawling.</summary>
    HTTP_CRAWLER_REFERER,

    /// <summary>HTTP requests to the origins of cloud providers.</summary>
    HTTP_ORIGINS,

    /// <summary>The Internet Quality Index.</summary>
    IQI,

    /// <summary>Logins with leaked passwords.</summary>
    LEAKED_CREDENTIALS,

    /// <summary>Network traffic.</summary>
    NET,

    /// <summary>The robots.txt files of websites.</summary>
    ROBOTS_TXT,

    /// <summary>Speed tests.</summary>
    SPEED,

    /// <summary>Cloudflare's Workers AI.</summary>
    WORKERS_AI,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}

/// <summary>The kind of event that an annotation is about.</summary>
public enum CtEventType
{
    /// <summary>A real-world event that affects the data.</summary>
    EVENT,

    /// <summary>A general remark.</summary>
    GENERAL,

    /// <summary>An Internet outage.</summary>
    OUTAGE,

    /// <summary>Part of the data is a projection.</summary>
    PARTIAL_PROJECTION,

    /// <summary>A problem with the collection of the data.</summary>
    PIPELINE,

    /// <summary>Unusual traffic.</summary>
    TRAFFIC_ANOMALY,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}
