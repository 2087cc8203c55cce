using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>What the gateway asks of Cloudflare Radar.</summary>
[QueryType]
public static class RadarQueries
{
    /// <summary>
    /// Volume of certificates seen in Certificate Transparency logs over time, in one series or several.
    /// Give `series`, or the lists: they are positional, the i-th value of each belongs to the i-th series, and all have one length.
    /// The data is Cloudflare Radar's, under the licence CC BY-NC 4.0: name the source, link the licence, no commercial use.
    /// </summary>
    /// <param name="aggInterval">
    /// Length of one interval, for all series. Default: chosen by Cloudflare from the dates. One that is too short for the dates is rejected.
    /// </param>
    /// <param name="name">The name of each series in the answer: unique, and not `meta`. Default: `serie_0`, `serie_1` and so on.</param>
    /// <param name="dateRange">
    /// The dates of each series up to now: `1d` to `364d` for days, `1w` to `52w` for weeks. With `control` behind it (`7dcontrol`) the
    /// window before, shifted back by whole weeks so that the days of the week line up. Instead of `dateStart` and `dateEnd`.
    /// Several series need dates for each; for one, Cloudflare chooses a default.
    /// </param>
    /// <param name="dateStart">Start of the dates of each series, together with `dateEnd`. Cloudflare rounds it down to 15 minutes.</param>
    /// <param name="dateEnd">End of the dates of each series, inclusive. Every series must span as long a time as the first one.</param>
    /// <param name="ca">Only certificates of this certificate authority.</param>
    /// <param name="caOwner">Only certificates of the authorities of this owner.</param>
    /// <param name="duration">Only certificates that are valid for so long.</param>
    /// <param name="entryType">Only precertificates, or only certificates. Not together with `tld`.</param>
    /// <param name="expirationStatus">Only certificates that have run out, or only those that still hold.</param>
    /// <param name="hasIps">Only certificates with IP addresses in their names, or only those without.</param>
    /// <param name="hasWildcards">Only certificates with wildcards in their names, or only those without.</param>
    /// <param name="log">Only this log, by its slug, such as `argon2024`. Not together with `tld`.</param>
    /// <param name="logApi">Only logs with this interface. Not together with `tld`.</param>
    /// <param name="logOperator">Only logs of this operator. Not together with `tld`.</param>
    /// <param name="publicKeyAlgorithm">Only certificates with a public key of this kind.</param>
    /// <param name="signatureAlgorithm">Only certificates that are signed so.</param>
    /// <param name="tld">
    /// Only certificates for names below this top-level domain, such as `com`. Not together with `log`, `logApi`, `logOperator`, `entryType`.
    /// </param>
    /// <param name="uniqueEntries">Whether a certificate that is in several logs counts once.</param>
    /// <param name="validationLevel">Only certificates whose holder was validated so.</param>
    /// <param name="series">The same, one object a series, at most 20: the safe way to ask for several. Not together with the lists.</param>
    public static async Task<CtTimeseries?> GetCtTimeseriesAsync(
        CtAggInterval? aggInterval,
        IReadOnlyList<string>? name,
        IReadOnlyList<string>? dateRange,
        IReadOnlyList<DateTimeOffset>? dateStart,
        IReadOnlyList<DateTimeOffset>? dateEnd,
        IReadOnlyList<string>? ca,
        IReadOnlyList<string>? caOwner,
        IReadOnlyList<CtDuration>? duration,
        IReadOnlyList<CtEntryType>? entryType,
        IReadOnlyList<CtExpirationStatus>? expirationStatus,
        IReadOnlyList<bool>? hasIps,
        IReadOnlyList<bool>? hasWildcards,
        IReadOnlyList<string>? log,
        IReadOnlyList<CtLogApi>? logApi,
        IReadOnlyList<string>? logOperator,
        IReadOnlyList<CtPublicKeyAlgorithm>? publicKeyAlgorithm,
        IReadOnlyList<CtSignatureAlgorithm>? signatureAlgorithm,
        IReadOnlyList<string>? tld,
        IReadOnlyList<bool>? uniqueEntries,
        IReadOnlyList<CtValidationLevel>? validationLevel,
        IReadOnlyList<CtSeriesInput>? series,
        [Service] RadarService radar,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken)
    {
        var asked = context.GetMemo<CtTimeseriesRequest>() is { } known
            ? known
            : context.SetMemo(CtTimeseriesRequest.Create(
                aggInterval,
                new CtSeriesLists
                {
                    Name = name,
                    DateRange = dateRange,
                    DateStart = dateStart,
                    DateEnd = dateEnd,
                    Ca = ca,
                    CaOwner = caOwner,
                    Duration = duration,
                    EntryType = entryType,
                    ExpirationStatus = expirationStatus,
                    HasIps = hasIps,
                    HasWildcards = hasWildcards,
                    Log = log,
                    LogApi = logApi,
                    LogOperator = logOperator,
                    PublicKeyAlgorithm = publicKeyAlgorithm,
                    SignatureAlgorithm = signatureAlgorithm,
                    Tld = tld,
                    UniqueEntries = uniqueEntries,
                    ValidationLevel = validationLevel,
                },
                series));

        // In the order of the error table: arguments, credential, call.
        if (asked.IsSuccess(out var request, out var failure)
            && CredentialReader.Read(httpContext.Request.Headers, RadarApi.Api).IsSuccess(out var credential, out failure))
        {
            var answer = await radar.GetTimeseriesAsync(
                request, credential, NoCacheMarks.IsAsked(httpContext.Request.Headers), cancellationToken);
            if (answer.IsSuccess(out var timeseries, out failure))
            {
                return timeseries;
            }
        }

        context.ReportError(failure.ToError());
        return null;
    }
}
