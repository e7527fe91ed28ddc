"""The small words of a language: they carry a question's form, not its matter, and tell what language it is in."""

import re
from functools import lru_cache

from vectorstore.terms import UNSPACED, WORD, fold

_FUNCTION = {
    "en": """
since until a an the this that these those is are was were be been being am do does did done has have had having will would shall should can
could may might must of in on at to from by with about for as into over under after before between against during than then and or
but if so not no there here it its he him his she her they them their we us our you your i me my what which who whom whose when
where why how many much long often old far tell know give said say says any some all also just still again more most other else
please now happened happen
""",
    "de": """
seit bis der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem ist sind war waren wird werden wurde
wurden worden sein hat haben hatte hatten kann können konnte soll sollen sollte muss müssen darf will wollen von vom zu zum zur in
im an am auf aus bei beim mit nach für gegen um durch über unter vor zwischen während als wie wo woher wohin wann warum wieso
weshalb wer wen wem wessen was welche welcher welches welchen welchem und oder aber wenn dass ob nicht kein keine keinen es er ihn
ihm sie ihr ihre ihrer ihren seine seiner seinen wir uns ihnen ich mich mir du man sich auch noch nur schon sehr so da dort hier
denn gibt gab viel viele mehr bitte sagen gesagt sagt jetzt passiert
""",
    "fr": """
le la les l un une des du de d au aux ce cet cette ces est sont était étaient être été a ont avait avaient avoir sera seront peut
peuvent dans en sur sous par pour avec sans chez vers entre contre depuis pendant avant après que qui quoi dont où quand comment
pourquoi combien quel quelle quels quelles et ou mais si ne pas plus il elle ils elles lui leur leurs son sa ses on nous vous je tu
y qu c s n j se aussi encore très dit
""",
    "es": """
el los las unos unas lo del al este esta estos estas ese esa eso es son fue fueron era eran ser sido está están ha han había hay
puede pueden con sin sobre por para desde hasta entre contra durante antes después que quien quién quienes quiénes cual cuál cuales
cuáles cuando cuándo donde dónde como cómo cuanto cuánto cuantos cuántos cuanta cuánta cuantas cuántas porque qué y o pero no más
muy ya su sus le les se él ella ellos ellas yo tú usted también aún dijo la a e u un una de en
""",
}
_BY_LANGUAGE = {language: frozenset(fold(word) for word in listed.split()) for language, listed in _FUNCTION.items()}
FUNCTION_WORDS = frozenset[str]().union(*_BY_LANGUAGE.values())
KANA = re.compile("[\u3040-\u30ff]")
# marks that no other of these languages has
SPANISH = re.compile("[¿¡]")


# the same question is looked at by many steps
@lru_cache(maxsize=256)
def language_of(question: str) -> str | None:
    """ISO 639-1 code of the language whose small words a question uses most; None when they do not tell."""
    if UNSPACED.search(question):
        return "ja" if KANA.search(question) else "zh"
    if SPANISH.search(question):
        return "es"
    words = [fold(word) for word in WORD.findall(question)]
    counts = sorted(((sum(word in listed for word in words), language) for language, listed in _BY_LANGUAGE.items()), reverse=True)
    (most, language), (second, _) = counts[:2]
    return language if most > second else None


def drop_function_words(question: str) -> str:
    """The words of a question that say what it is about; the whole question when its language is unknown or no word is left.

    Only the small words of its own language go: "war" is one in German and the matter of an English question.

    >>> drop_function_words("Who won the war in the US?")
    'won war US'
    """
    small = _BY_LANGUAGE.get(language_of(question) or "", frozenset())
    words = WORD.findall(question)
    # "US" and "WHO" are names although "us" and "who" are not
    kept = [word for word in words if fold(word) not in small or (word.isupper() and len(word) > 1 and not question.isupper())]
    return " ".join(kept) if small and kept else question
