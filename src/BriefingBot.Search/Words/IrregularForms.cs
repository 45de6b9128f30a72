using System.Collections.Frozen;

namespace BriefingBot.Search.Words;

/// <summary>
/// English words whose forms share no stem by rule: “met” is “meet”; and the nouns that name what a verb does, where they do not look alike:
/// who asks how many jobs are lost is answered by “the loss of 430 jobs”.
/// </summary>
internal static class IrregularForms
{
    private const string Table = """
        arise:arose,arisen awake:awoke,awoken be:am,is,are,was,were,been,being bear:bore,borne beat:beaten become:became
        begin:began,begun bend:bent bind:bound bite:bit,bitten bleed:bled blow:blew,blown break:broke,broken bring:brought build:built
        burn:burnt buy:bought catch:caught choose:chose,chosen come:came deal:dealt dig:dug do:did,done,does draw:drew,drawn
        dream:dreamt drink:drank,drunk drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed feel:felt fight:fought find:found
        flee:fled fly:flew,flown forbid:forbade,forbidden forget:forgot,forgotten forgive:forgave,forgiven freeze:froze,frozen
        get:got,gotten give:gave,given go:went,gone grow:grew,grown hang:hung have:has,had hear:heard hide:hid,hidden hold:held
        keep:kept know:knew,known lay:laid lead:led leave:left lend:lent lie:lain light:lit lose:lost make:made mean:meant meet:met
        mistake:mistook,mistaken overcome:overcame pay:paid prove:proven ride:rode,ridden ring:rang,rung rise:rose,risen run:ran
        say:said see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shine:shone shoot:shot show:shown
        shrink:shrank,shrunk sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speak:spoke,spoken spend:spent spin:spun
        stand:stood steal:stole,stolen stick:stuck strike:struck,stricken strive:strove swear:swore,sworn sweep:swept swim:swam,swum
        swing:swung take:took,taken teach:taught tear:tore,torn tell:told think:thought throw:threw,thrown understand:understood
        wake:woke,woken wear:wore,worn weave:wove,woven weep:wept win:won withdraw:withdrew,withdrawn withstand:withstood
        write:wrote,written man:men woman:women child:children foot:feet tooth:teeth mouse:mice person:people,persons
        die:died,dying,dies,death,deaths lose:loss,losses choose:choice,choices sell:sale,sales grow:growth prove:proof
        decide:decision,decisions deny:denial,denials invade:invasion,invasions explode:explosion,explosions
        conclude:conclusion,conclusions destroy:destruction reduce:reduction,reductions complain:complaint,complaints
        believe:belief,beliefs comply:compliance respond:response,responses
        """;

    private static readonly FrozenDictionary<string, string> Words = Table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(':'))
        .SelectMany(entry => entry[1].Split(',').Select(form => (Form: form, Word: entry[0])))
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Word, StringComparer.Ordinal);

    /// <summary>The word that <paramref name="form"/> is a form of; itself when it is regular.</summary>
    public static string WordOf(string form) => Words.GetValueOrDefault(form, form);
}
