using System.Runtime.CompilerServices;
using Gateway.Spectrum.Inputs;

namespace Gateway.Tests.Spectrum;

/// <summary>Sort orders for tests.</summary>
internal static class Sorts
{
    public static readonly SpectrumSort CountAsc = Of();
    public static readonly SpectrumSort CountDesc = Of();
    public static readonly SpectrumSort BytesIngressDesc = Of();
    public static readonly SpectrumSort BytesEgressAsc = Of();
    public static readonly SpectrumSort Duration90thAsc = Of();
    public static readonly SpectrumSort EventAsc = Of();
    public static readonly SpectrumSort EventDesc = Of();
    public static readonly SpectrumSort AppIdDesc = Of();

    private static SpectrumSort Of([CallerMemberName] string name = "") => SpectrumSort.All.Single(sort =>
        string.Equals(name, sort.Field.Name + (sort.IsDescending ? "Desc" : "Asc"), StringComparison.OrdinalIgnoreCase));
}
