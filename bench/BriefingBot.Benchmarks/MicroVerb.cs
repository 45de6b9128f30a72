using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Benchmarks;

/// <summary>Small pieces by themselves, for comparing one version with the next.</summary>
internal static class MicroVerb
{
    public static void Run(string artifacts) => BenchmarkRunner.Run<Extraction>(ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).AddDiagnoser(MemoryDiagnoser.Default)
        .WithArtifactsPath(artifacts));
}

/// <summary>One article of some twenty sentences.</summary>
public class Extraction
{
    private const string Paragraph =
        "The harbour of Port Elstow was closed on Monday after a storm that Mayor Amara Ito called “the worst in forty years.” Ships of the "
        + "U.S. Coast Guard waited outside. “We will open it at 6 a.m.,” she said, adding that Gen. Luis Ocampo had sent 3.5 tonnes of sand. "
        + "“Who pays?” a reporter asked. According to the harbour office, nobody was hurt.\n";

    private readonly QuotationFinder _finder = OpenStory.FinderOf(ModelFile.Open(ModelFile.ShippedPath));

    private readonly string _text = string.Concat(Enumerable.Repeat(Paragraph, 4));

    [Benchmark]
    public int Sentences() => SentenceSplitter.Split(_text).Count;

    [Benchmark]
    public int Quotations() => _finder.Analyze(_text).Quotations.Count;
}
