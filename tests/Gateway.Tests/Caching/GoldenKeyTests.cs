using System.Globalization;
using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Spectrum.Inputs;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

/// <summary>
/// Keys of requests must not change, because replicas of two versions on one Redis would miss each other's entries. If a change is
/// intended, increase <see cref="KeyWriter.Version"/>.
/// </summary>
public sealed class GoldenKeyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Keys => new()
    {
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count",
            "609ee7d9dff8c8f1100a62cad1a2699c3e1d0ce04c28023cdd02196ad8b6d54c"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=dekaminute&metrics=count",
            "9cc38453ef72339a24287fc3c5e711a0e58a34fadfb70fcb00202f15c2a0a198"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=bytesIngress,duration99th",
            "9b247fc6d379955270ae657038c927f3b72de820845d0b7f4be10199e46de998"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&dimensions=appID,ipVersion&metrics=count",
            "ee364e33310a1a20b31fe33db9735211448c12120dca28e96a86d1d7983be1ad"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2026-01-01T06%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "89063175542ceaee712a002b601d6cb2fbf75b85008322179d90a97b4ad5a274"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "4622aa269f88b857f99c89b374a553117150b0509c9d76f985ef497cecdb584b"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2026-01-01T11%3A59%3A59.9999999Z&until=2026-01-01T12%3A00%3A00Z",
            "47b5dfe44734863a9f340b9ca2cfadf9b54fd1cbb5d2080147bada5a6f8120c8"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&filters=event%3D%3Ddisconnect%20OR%20appID!%3Da%20AND%20coloName%3E%3DSFO&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "f454721f7a40926ff79eb0b5f0f94591e72d2e8e8ce16c50fced505490ce0823"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&filters=event%3D%3DclientFiltered%20AND%20ipVersion%3C6%20OR%20event%3D%3DoriginError%20AND%20ipVersion%3C6&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z",
            "a5df2590241cfb68892b1d0c5218c15629a8d6362a18fc006ec589ab5ddb0843"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&dimensions=event&metrics=count&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z&sort=%2Bevent,-count",
            "a420d942ef131d43142875fa6fe746b37fe9e740064ccdfda30e9fd2a45ddf06"
        },
        {
            "zones/0123456789abcdef0123456789abcdef/spectrum/analytics/events/bytime?time_delta=hour&metrics=count&since=2025-12-31T12%3A00%3A00Z&until=2026-01-01T12%3A00%3A00Z&limit=10",
            "90a2cc7306645466ecc91220edcc09fa3b14e1bde502f04095946eb3dd18261a"
        },
        {
            "radar/ct/timeseries?name=s0",
            "40747c23055102ef7bafa72b2fba4b3850bbc16560a7cd843ddafc02165f24fd"
        },
        {
            "radar/ct/timeseries?aggInterval=15m&name=s0&dateRange=7d",
            "f753cc80d5f298a16496c219a78423fabd87e9f18162b45f1e66d1bd27d0b64c"
        },
        {
            "radar/ct/timeseries?aggInterval=1w&name=s0&name=s1&dateRange=1wcontrol&dateRange=7d",
            "6f870bc523742ae36400b85c6fddb37a15af6e9d91fc09f59b17357fed1b8d41"
        },
        {
            "radar/ct/timeseries?name=s0&dateStart=2025-12-31T12%3A00%3A00Z&dateEnd=2026-01-01T12%3A00%3A00Z",
            "47bca49d68f7125b6509eb9751d3abebaf6899c2692538574e3ee7f20e142b3a"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&ca=%C3%87a%20%26%20%C3%8F%C4%B1&caOwner=i&log=argon2024&logOperator=Google",
            "dcbfd2a5908b6e973d1785536e0112fc515116f9bd9015cfa6cbff5bd896bf59"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&hasIps=true&hasWildcards=false&tld=com&uniqueEntries=true",
            "0e5c8c8bcbba8bee26344d11810e94cc78a602feb05271db223c121253ba095f"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&duration=GT_3D_LTE_7D&entryType=PRECERTIFICATE&expirationStatus=VALID",
            "f71f288cb65059d0ed8cde364b7d115788c4ac48806b1906af32b1ca31562f32"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&logApi=STATIC&publicKeyAlgorithm=ECDSA",
            "eabc503a19e5cfb6a227378388fc5f9cb60bef72dae6f74aa90499a2ac4e635f"
        },
        {
            "radar/ct/timeseries?name=s0&dateRange=7d&signatureAlgorithm=RSA_SHA_256&validationLevel=EXTENDED",
            "f64714f21b56abcdca56edb1b85b25b6fec2f7494633bb678f966d1892394af1"
        },
        {
            "radar/ct/timeseries_groups/CA_OWNER?aggInterval=1d&limitPerGroup=5&normalization=PERCENTAGE&name=s0&dateRange=7d",
            "42a73f71403bc0d07ca07b12f44b33b491365dd3c263c81260f7543b96daa8c3"
        },
        {
            "radar/ct/timeseries_groups/TLD?normalization=RAW_VALUES&name=s0",
            "f51402f9534b9558f74068bfb337e69c76845c951996dc5ad9c872629c3e950a"
        },
        {
            "radar/ct/summary/PUBLIC_KEY_ALGORITHM?normalization=RAW_VALUES&name=s0&dateRange=7d&ca=i",
            "c6f81570860a8ab2b2c03c0cc3a6bf990120e8145d6c72f6afbe633dbad8d794"
        },
        {
            "radar/ct/authorities",
            "2b5909f9f86e885001a3477996657d5a6b3d3e7b04e58a28ca81ca304fcb09ff"
        },
        {
            "radar/ct/authorities/24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3",
            "5607b8ac77a6b6c03e9825c73047076bb1b63b59dd9583da2e5329dcc80a55b0"
        },
        {
            "radar/ct/logs",
            "ec0eebfb193d94e45d0283c0a4780163424cb517a02ee6ba7145d5a2511bdd8a"
        },
        {
            "radar/ct/logs/argon2024",
            "683bbad393700d4ad385239d055f760f03161dc98a22755674e7fb06c50aaf19"
        },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_request_has_the_key_that_it_always_had(string pathAndQuery, string key)
    {
        var request = Requested().Single(request => request.PathAndQuery == pathAndQuery);
        request.Key.ToString().ShouldBe(key);
    }

    /// <summary>The key of a window has its lengths in minutes, and no date.</summary>
    [Theory]
    [InlineData("24h", null, "203e99ce408f3fae99e5b09e03f3864ce9a427aeadb37c42e876c70a1e241a04")]
    [InlineData("1w", "52w", "015f39f681f71401370dc9f968cfb2c280d9d1103cc422f421b7ff9445215ce6")]
    public void A_window_has_the_key_that_it_always_had(string window, string? shift, string key) =>
        Requests.Create(Requests.Least with { Window = window, Shift = shift }).Key.ToString().ShouldBe(key);

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
            day with { Dimensions = [SpectrumDimension.Event], Sort = [Sorts.EventAsc, Sorts.CountDesc] },
            day with { Limit = 10 },
        })
        {
            var request = Requests.Create(arguments);
            yield return (request.CallAt(default).PathAndQuery, request.Key);
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
            var request = CtSeriesRequest.Create(CtQuestion.Timeseries(interval), new CtPositionalLists([]), series).ShouldSucceed().Parts.ShouldHaveSingleItem();
            yield return (request.PathAndQuery, request.Key);
        }

        foreach (var (question, series) in new (CtQuestion, CtSeriesInput)[]
        {
            (CtQuestion.Groups(CtDimension.CA_OWNER, CtAggInterval.OneDay, 5, CtGroupNormalization.PERCENTAGE), week),
            (CtQuestion.Groups(CtDimension.TLD, null, null, null), new()),
            (CtQuestion.Summaries(CtDimension.PUBLIC_KEY_ALGORITHM, null, null), week with { Ca = "i" }),
        })
        {
            var request = CtSeriesRequest.Create(question, CtPositionalLists.None, [series]).ShouldSucceed().Parts.ShouldHaveSingleItem();
            yield return (request.PathAndQuery, request.Key);
        }

        foreach (var request in new[]
        {
            CtCatalogueRequest.Authorities,
            CtCatalogueRequest.Authority("24edd4e503a8d3fdb5ffb4af66c887359901cbe687a5a0760d10a08eed99a7c3").ShouldSucceed(),
            CtCatalogueRequest.Logs,
            CtCatalogueRequest.Log("argon2024").ShouldSucceed(),
        })
        {
            yield return (request.Path, request.Key);
        }
    }
}
