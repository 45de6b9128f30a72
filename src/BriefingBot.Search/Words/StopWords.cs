using System.Collections.Frozen;

namespace BriefingBot.Search.Words;

/// <summary>Closed classes of English words that the ranking knows by name. All are forms as <see cref="WordReader"/> makes them.</summary>
internal static class StopWords
{
    /// <summary>Function words, and those that every report about somebody's words holds.</summary>
    public static readonly FrozenSet<string> Common = Words("""
        a about after again all also am an and any are aren't as at be because been before being but by can cannot can't could couldn't
        did didn't do does doesn't doing don't down during each either else ever every few for from further get gets getting go goes going
        gonna got had hadn't has hasn't have haven't having he he'd he'll her here hers herself he's him himself his how i i'd if i'll i'm
        in into is isn't it it'd it'll its itself it's i've just know let like ll made make makes may me might more most much must my
        myself need no nor not now of off oh ok on once one only or other others our ours ourselves out over own people quite rather re
        really s said same say saying says see shall shan't she she'd she'll she's should shouldn't so some such t take taken tell
        than that that'll the their theirs them themselves then there these they they'd they'll they're they've thing things think this
        those through to told too under until up upon us ve very want was wasn't way we we'd well we'll went were we're weren't we've what
        when where whether which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll your
        you're yours yourself yourselves you've
        """);

    /// <summary>Numbers in letters.</summary>
    public static readonly FrozenSet<string> Numbers = Words("""
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions
        trillion dozen dozens half quarter third several couple pair single twice first second both
        """);

    /// <summary>Words for a point or stretch of time.</summary>
    public static readonly FrozenSet<string> Times = Words("""
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
        nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening night
        noon midnight day days week weeks month months year years decade decades century centuries ago spring summer autumn winter
        weekend hour hours minute minutes season
        """);

    public static readonly FrozenSet<string> Currencies = Words("""
        dollar dollars euro euros pound pounds yen cent cents ruble rubles rouble roubles yuan franc francs usd eur gbp sek crore rupee
        rupees peso pesos
        """);

    /// <summary>Prepositions after which a place is likely.</summary>
    public static readonly FrozenSet<string> Placing = Words("in at from near to outside inside across around through toward towards into");

    /// <summary>Words that go with a person's name.</summary>
    public static readonly FrozenSet<string> Titles = Words("""
        mr mrs ms miss dr prof professor president vice minister secretary general colonel captain lieutenant sergeant senator
        representative governor mayor chairman chairwoman chairperson director chief king queen prince princess pope sir lord lady judge
        justice coach spokesman spokeswoman spokesperson actor actress singer author writer leader ambassador officer official
        """);

    /// <summary>Ordinary words beside “may” the month, “march” the verb: a time only when written with a capital.</summary>
    public static bool TimeNeedsCapital(string form) => form is "may" or "march" or "second" or "mar" or "sun" or "dec" or "jan";

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
