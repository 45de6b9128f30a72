namespace BriefingBot.Benchmarks;

/// <summary>The program as a release build leaves it behind: compiled to machine code, which the copy beside this bench is not.</summary>
internal static class BuiltProgram
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var released = System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "BriefingBot", "release", "BriefingBot.dll"));
        return File.Exists(released) ? released : System.IO.Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll");
    }
}
