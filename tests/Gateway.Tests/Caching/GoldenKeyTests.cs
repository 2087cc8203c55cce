using System.Globalization;
using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Spectrum.Inputs;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

/// <summary>
/// Requests that have the keys that they always had. A key that changes makes replicas of two versions on one Redis miss each other's
/// entries; if that is meant, raise <see cref="KeyWriter.Version"/>.
/// </summary>
public sealed class GoldenKeyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Keys => new()
    {
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count",
            "ccc658a4a1d487f48aa59573dc074342190f8673c87453d37aaa1fb904c35ae4"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=dekaminute&metrics=count",
            "db36ea48290acaadf624b256eff4ac48070f34e63e9c87a653a629ebfdf0e975"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=bytesIngress,duration99th",
            "104024bfd59494b22b61a01b47da4d8f2c841d61a8608695223810914ade70b9"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&dimensions=appID,ipVersion&metrics=count",
            "d13016d676e2ed87879929fc6dc1d3e4b4b8a70049f1c5aa3b24c83e966db37b"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2026-01-01T06%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "140db6a9fdf5bc580c161d8fe199686a481a2fd221156415720eb55c195c4a8d"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "4040cad129b543c75f10575751651f4fc227ccc563d21d999f57014078e12d7b"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2026-01-01T11%3A59%3A59.9999999Z&until=2026-01-01T12%3A00%3A00Z",
            "9cabe2cc31471df34e0aa5e4590ecb9b8c337b6704664f6e2297e4cf15589489"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&filters=event%3D%3Ddisconnect%20OR%20appID!%3Da%20AND%20coloName%3E%3DSFO&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "840dd054c7e7b60bd94752955c66e425a96f0a05de2c587ba6e147d0adaa38a7"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&filters=event%3D%3DclientFiltered%20AND%20ipVersion%3C6%20OR%20event%3D%3DoriginError%20AND%20ipVersion%3C6&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "7b203198b24e32a7d1b47698c62b4a41b9cec368582451a6045544471884b0ed"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&dimensions=event&metrics=count&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z&sort=%2Bevent,-count",
            "19331b46136118087c23a8f412f6abcff767afaaeea4b1a2ed7d4225ee70e8c8"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z&limit=10",
            "13d168e3f032346fb44b9b70ab400bbca43a910a07b590121c62725223034475"
        },
        {
            "radar/ct/timeseries?name=s0",
            "6872393fcc7a8b57dc2e0dca8b8b2b531f82a9fa4613ea913be5cfa56c3b73f5"
        },
        {
            "radar/ct/timeseries?aggInterval=15m&name=s0&dateRange=7d",
            "a51ab541dc3856c943309f2ba30f1ecc1b4a29e8da759a18328907e0a149e927"
        },
        {
            "radar/ct/timeseries?aggInterval=1w&name=s0&name=s1&dateRange=7d&dateRange=1wcontrol",
            "64560905867fa1ff77c41e712bccb05d36d62e5abb0cfacff31e1f426bb3171e"
        },
        {
            "radar/ct/timeseries?name=s0&dateStart=2025-12-31T12%3A00%3A00Z&dateEnd=2026-01-01T12%3A00%3A00.5Z",
            "c1fbfba00f624430d8ac1bf1fa708b3918751356aad3128dfc3f4b9d3cb35ee8"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&ca=%C3%87a%20%26%20%C3%8F%C4%B1&caOwner=i&log=argon2024&logOperator=Google",
            "1e5e15b1929701966229ae993602572a04f04d326ccafd6a634253ade443374a"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&hasIps=true&hasWildcards=false&tld=com&uniqueEntries=true",
            "ce5a6a42602df0448dc6fdc83bf90e592703c388b72b703bec157c88eae2b19b"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&duration=GT_3D_LTE_7D&entryType=PRECERTIFICATE&expirationStatus=VALID",
            "20922e476de48daebcd729ee8995777d5e1ebe4966550c9359a7344e819530d9"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&logApi=STATIC&publicKeyAlgorithm=ECDSA",
            "abc3a18035cf2f031d71fbe5cb04af2ed7754ef7c151508f5de8a244e83e0e0a"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&signatureAlgorithm=RSA_SHA_256&validationLevel=EXTENDED",
            "75d19da83b73ac0f245ca5000ac7fb88b68f7f2ce1ee918fecb0751d4a0e9cf7"
        },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_request_has_the_key_that_it_always_had(string pathAndQuery, string key)
    {
        var request = Requested().Single(request => request.PathAndQuery == pathAndQuery);
        request.Key.ToString().ShouldBe(key);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void No_culture_changes_a_key(string name)
    {
        var here = CultureInfo.CurrentCulture;
        var expected = Requested().Select(request => request.Key).ToArray();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            "i".ToUpper(CultureInfo.CurrentCulture).ShouldBe(name == "tr-TR" ? "İ" : "I", "the culture is one");
            Requested().Select(request => request.Key).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    private static IEnumerable<(string PathAndQuery, CacheKey Key)> Requested()
    {
        var least = Requests.Least;
        var day = least with { Since = Noon.AddDays(-1), Until = Noon };
        foreach (var arguments in new[]
        {
            least,
            least with { TimeDelta = SpectrumTimeDelta.Dekaminute },
            least with { Metrics = [SpectrumMetric.Duration99th, SpectrumMetric.BytesIngress] },
            least with { Dimensions = [SpectrumDimension.IpVersion, SpectrumDimension.AppId] },
            least with { Until = Noon },
            day,
            day with { Since = Noon.AddTicks(-1).ToOffset(TimeSpan.FromHours(13)) },
            day with { Filters = "event==disconnect,appID!=a;coloName>=SFO" },
            day with { Where = new() { Event = new() { In = [SpectrumEvent.OriginError, SpectrumEvent.ClientFiltered] }, IpVersion = new() { Lt = 6 } } },
            day with { Dimensions = [SpectrumDimension.Event], Sort = [SpectrumSort.EventAsc, SpectrumSort.CountDesc] },
            day with { Limit = 10 },
        })
        {
            var request = Requests.Create(arguments);
            yield return (request.PathAndQuery, request.Key);
        }

        var week = new CtSeriesInput { DateRange = "7d" };
        foreach (var (interval, series) in new (CtAggInterval?, CtSeriesInput[])[]
        {
            (null, [new()]),
            (CtAggInterval.FifteenMinutes, [week]),
            (CtAggInterval.OneWeek, [week, week with { DateRange = "1WControl" }]),
            (null, [new() { DateStart = Noon.AddDays(-1), DateEnd = Noon.AddTicks(5_000_000) }]),
            (null, [week with { Ca = "Ça & Ïı", CaOwner = "i", Log = "argon2024", LogOperator = "Google" }]),
            (null, [week with { Tld = "com", HasIps = true, HasWildcards = false, UniqueEntries = true }]),
            (null, [week with { Duration = CtDuration.GT_3D_LTE_7D, EntryType = CtEntryType.PRECERTIFICATE, ExpirationStatus = CtExpirationStatus.VALID }]),
            (null, [week with { LogApi = CtLogApi.STATIC, PublicKeyAlgorithm = CtPublicKeyAlgorithm.ECDSA }]),
            (null, [week with { SignatureAlgorithm = CtSignatureAlgorithm.RSA_SHA_256, ValidationLevel = CtValidationLevel.EXTENDED }]),
        })
        {
            var request = CtTimeseriesRequest.Create(interval, new CtSeriesLists(), series).ShouldSucceed().Query;
            yield return (request.PathAndQuery, request.Key);
        }
    }
}
