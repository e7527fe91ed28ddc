"""Notes of the editors on what an article had wrong: kept with the version that carries them."""

import re
from collections.abc import Iterable

# a note begins with its name, and a colon, a dash, a date or the end of the line after it: "Correction officers" are none
LABEL = re.compile(
    r"^[\W_]*(?:"
    r"corrections?|clarifications?|corrections?\s(?:and|&)\sclarifications?|correction\snotice|editor['’]?s['’]?\snote|"
    r"update\sand\scorrection|"
    r"korrektur(?:en)?|korrekturhinweis|berichtigung|richtigstellung|klarstellung|anm(?:erkung|\.)\s(?:d(?:er|\.)\s)?red(?:aktion|\.)|"
    r"hinweis\sder\sredaktion|transparenzhinweis|"
    r"rectificatif|rectification|erratum|errata|précision|note\sde\sla\srédaction|ndlr|n\.d\.l\.r\.|"
    r"correcci[oó]n|correcciones|fe\sde\serr(?:ores|atas)|rectificaci[oó]n|aclaraci[oó]n|nota\s(?:del\seditor|de\sla\sredacci[oó]n)|"
    r"errata\scorrige|precisazione|rettifica|correção|correcção|nota\sda\sredação|correctie|rectificatie|sprostowanie|"
    r"исправление|уточнение|поправка|от\sредакции|виправлення|уточнення|تصحيح|تصويب|توضيح|更正|勘误|訂正|编者注|정정"
    r")(?:\s*(?:[(,]?\s*\d[^:：]{0,40}|\([^)]{0,60}\)|vom\s[^:]{0,30}|du\s[^:]{0,30}|del?\s[^:]{0,30}|appended[^:]{0,40}|"
    r"on\s[^:]{0,30}))?\s*(?:[:：.]|\s[–—-]\s|$)",
    re.IGNORECASE,
)
# a sentence that says so itself, wherever it stands
SAYS_SO = re.compile(
    r"\b(?:an?|the)\s(?:earlier|previous|original|prior)\s(?:version|headline|edition)\sof\sthis\s(?:article|story|report|piece|"
    r"page|column|headline)|"
    r"\bthis\s(?:article|story|report|piece|column|headline|page|post)\s(?:was|has\sbeen)\s(?:amended|corrected|clarified|revised|"
    r"updated\sto\s(?:correct|"
    r"clarify|reflect))|"
    r"\bin\seiner\s(?:früheren|vorherigen|ersten|älteren|ursprünglichen)\s(?:version|fassung)\s(?:dieses|des|der|dieser|unseres|"
    r"hieß|stand|war)|"
    r"\b(?:eine|die)\s(?:frühere|vorherige|ursprüngliche)\s(?:version|fassung)\s(?:dieses|des|dieser)\s(?:artikels|textes|"
    r"beitrags|berichts|meldung)|"
    r"\b(?:dieser|der)\s(?:artikel|text|beitrag)\swurde\s(?:nachträglich\s)?(?:korrigiert|berichtigt)|wir\shaben\s(?:das|"
    r"den\sfehler|die\sstelle|dies)\skorrigiert|"
    r"\bune\sversion\s(?:précédente|antérieure|initiale)\sde\s(?:cet\sarticle|ce\stexte)|\bdans\sune\s(?:première|"
    r"précédente)\sversion\sde\s(?:cet|ce)|"
    r"\bcet\sarticle\sa\sété\s(?:corrigé|rectifié|modifié\spour)|"
    r"\buna\sversi[oó]n\s(?:anterior|previa)\sde\s(?:este|esta)|\b(?:este\sart[ií]culo|esta\s(?:noticia|"
    r"informaci[oó]n))\sha\ssido\s(?:corregid|rectificad|modificad)[oa]|"
    r"\buna\sversione\sprecedente\sdi\squesto|\buma\sversão\santerior\sdest[ea]|\been\seerdere\sversie\svan\sdit|"
    r"в\s(?:предыдущей|первоначальной|ранней)\sверсии\s(?:этой\s|этого\s)?(?:статьи|текста|материала|заметки|новости)|"
    r"此前(?:的)?(?:版本|报道)|本文(?:已)?(?:更正|修正)|この記事の以前の",
    re.IGNORECASE,
)
LONGEST = 1_200
# a mere heading over the note that follows
LONGEST_HEADING = 60
MOST = 10


def find_corrections(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that are, or hold, such a note, as they stand, each once; a heading and the line under it are one note.

    >>> find_corrections(["Correction officers went on strike.", "Correction: The bridge is 40 metres long, not 400."])
    ('Correction: The bridge is 40 metres long, not 400.',)
    """
    found: dict[str, None] = {}
    heading = ""
    for line in (line.strip() for line in lines):
        if not line or len(line) > LONGEST:
            heading = ""
            continue
        if heading:
            found[f"{heading} {line}"] = None
            heading = ""
            continue
        label = LABEL.match(line)
        if label and not line[label.end() :].strip() and len(line) <= LONGEST_HEADING:
            heading = line
        elif label or SAYS_SO.search(line):
            found[line] = None
    return tuple(_without_parts(list(found))[:MOST])


def _without_parts(notes: list[str]) -> list[str]:
    """A page's element and the paragraph in it say the same."""
    return [
        note
        for at, note in enumerate(notes)
        if not any(note in other and (note != other or at > place) for place, other in enumerate(notes) if place != at)
    ]
