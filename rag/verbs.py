"""The forms of a verb that no stemmer brings together: "began" is of "begin", and "trat … zurück" of "zurücktreten"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold, word_terms

# Verbs, each with its commonest forms behind it. Left out is what is mostly another word: "found", "saw", "lay", "cierre".
_VERBS = {
    "en": """
become became; begin began begun; bring brought; break broke broken; build built; buy bought; catch caught; choose chose chosen;
come came; deal dealt; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feed fed; fight fought; flee fled;
fly flew flown; forbid forbade forbidden; freeze froze frozen; give gave given; go went gone; grow grew grown; hang hung; hide hid hidden;
hold held; keep kept; know knew known; lead led; leave left; lend lent; lose lost; make made; mean meant; meet met; pay paid;
ride rode ridden; ring rang rung; rise rose risen; run ran; seek sought; sell sold; send sent; shake shook shaken; shoot shot;
sing sang sung; sink sank sunk; sit sat; speak spoke spoken; spend spent; stand stood; steal stole stolen; strike struck stricken;
swear swore sworn; swim swam swum; swing swung; take took taken; teach taught; throw threw thrown; undergo underwent undergone;
understand understood; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written; overcome overcame;
overthrow overthrew overthrown; undertake undertook undertaken; uphold upheld; withstand withstood; forgive forgave forgiven;
foresee foresaw foreseen
""",
    "de": """
beginnen beginnt begann begonnen; bieten bot geboten; binden band gebunden; bitten bat gebeten; bleiben blieb geblieben;
brechen bricht brach gebrochen; brennen brannte gebrannt; bringen brachte gebracht; denken dachte gedacht; dringen drang gedrungen;
empfangen empfängt empfing; empfehlen empfiehlt empfahl empfohlen; erschrecken erschrak; essen isst aß gegessen;
fahren fährt fuhr gefahren; fallen fällt fiel gefallen; fangen fängt fing gefangen; finden findet fand gefunden; fliegen flog geflogen;
fliehen floh geflohen; fließen floss geflossen; frieren fror gefroren; geben gibt gab gegeben; gehen ging gegangen;
gelingen gelang gelungen; gelten gilt galt; gewinnen gewann gewonnen; gießen goss gegossen; greifen griff gegriffen;
halten hält hielt gehalten; hängen hing gehangen; heben hob gehoben; heißen hieß; helfen hilft half geholfen; kennen kannte gekannt;
kommen kam gekommen; laden lädt lud geladen; lassen lässt ließ gelassen; laufen läuft lief gelaufen; leiden litt gelitten;
leihen lieh geliehen; lesen liest las gelesen; liegen lag gelegen; lügen log gelogen; messen misst maß gemessen;
nehmen nimmt nahm genommen; nennen nannte genannt; raten rät riet; reißen riss gerissen; rufen rief gerufen; schaffen schuf;
scheiden schied geschieden; scheinen schien geschienen; schießen schoss geschossen; schlafen schläft schlief;
schlagen schlägt schlug geschlagen; schließen schloss geschlossen; schmelzen schmilzt schmolz geschmolzen; schneiden schnitt geschnitten;
schreiben schrieb geschrieben; schreiten schritt geschritten; schweigen schwieg; schwimmen schwamm; schwören schwor geschworen;
sehen sieht sah gesehen; senden sandte gesandt; singen sang gesungen; sinken sank gesunken; sitzen saß gesessen;
sprechen spricht sprach gesprochen; springen sprang gesprungen; stehen stand gestanden; stehlen stiehlt stahl gestohlen;
steigen stieg gestiegen; sterben stirbt starb gestorben; stoßen stößt stieß; streichen strich gestrichen; streiten stritt gestritten;
tragen trägt trug getragen; treffen trifft traf getroffen; treiben trieb getrieben; treten tritt trat getreten; trinken trank getrunken;
tun tat getan; verderben verdirbt verdarb; vergessen vergisst vergaß; verlieren verliert verlor verloren;
verschwinden verschwand verschwunden; wachsen wächst wuchs gewachsen; weichen wich gewichen; weisen wies gewiesen; wenden wandte gewandt;
werben wirbt warb geworben; werfen wirft warf geworfen; wiegen wog gewogen; wissen weiß wusste gewusst; ziehen zog gezogen;
zwingen zwang gezwungen
""",
    "fr": """
accueillir accueille accueilli; acquérir acquiert acquis; apprendre apprit appris; atteindre atteint; battre bat battu; boire bu;
conclure conclut conclu; conduire conduit; connaître connaît connu; construire construit; courir couru; craindre craint; croire croit cru;
découvrir découvre découvert; détruire détruit; devenir devient devint devenu; disparaître disparaît disparu; écrire écrit;
élire élit élu; éteindre éteint; fuir fui; interdire interdit; mettre met mis; mourir meurt mourut mort; naître naît;
obtenir obtient obtint obtenu; offrir offre offert; ouvrir ouvre ouvert; perdre perd perdu; permettre permet permis; plaindre plaint;
prendre prend prit pris; produire produit; promettre promet promis; recevoir reçoit reçut reçu; reprendre reprend reprit repris;
rendre rend rendu; remettre remet remis; réduire réduit; répondre répond répondu; soumettre soumet soumis; surprendre surpris;
suivre suit suivi; survivre survit survécu; tenir tient tint tenu; vaincre vaincu; vendre vend vendu; venir vient vint venu;
vivre vit vécu; voir voit vu; revenir revient revint revenu; parvenir parvient parvenu; maintenir maintient maintenu; démettre démis
""",
    "es": """
abrir abierto; andar anduvo; atraer atrajo; caer cae cayó; comenzar comienza; conducir condujo;
construir construye construyó; creer creyó; cubrir cubierto; dar dio; decir dice dijo dicho; descubrir descubierto;
destruir destruye destruyó; detener detiene detuvo; devolver devuelto; dormir duerme durmió; elegir elige eligió; empezar empieza;
encontrar encuentra; escribir escrito; exigir exige; huir huye huyó; imponer impuso impuesto; impedir impide impidió;
introducir introdujo; invertir invierte invirtió; jugar juega; leer leyó; mantener mantiene mantuvo; morir muere murió muerto;
mover mueve; nacer nace; obtener obtiene obtuvo; oír oyó; pedir pide pidió; perder pierde; poner pone puso puesto;
proponer propuso propuesto; producir produjo; querer quiere quiso; reducir redujo; resolver resuelve resuelto; romper roto; saber supo;
sentir siente sintió; seguir sigue siguió; servir sirve sirvió; soltar suelta; sostener sostiene sostuvo; suspender suspende;
tener tiene tuvo; traer trajo; traducir tradujo; vender vende; venir viene vino; ver vio visto; vestir viste vistió; volver vuelve vuelto;
dimitir dimite
""",
}
# what stands before a German verb, or at the end of its clause: "trat … zurück"
_PARTICLES = (
    "zurück heraus hinaus herein hinein herunter hinunter herbei hervor voraus voran vorbei zusammen entgegen auseinander bekannt bereit "
    "statt teil fest frei fort fern heim hoch los nach nieder weg weiter wieder an ab auf aus bei ein mit vor zu um über unter durch"
)
_PARTED = sorted(map(fold, _PARTICLES.split()), key=len, reverse=True)
_BEGINNINGS = (*_PARTED, "ent", "emp", "ver", "zer", "miss", "hinter", "wider", "be", "er")
# a particle at the end of a clause
_PARTICLE = re.compile(rf"\b(?:{'|'.join(_PARTICLES.split())})(?=\s*(?:[.,;:!?)“”\"»]|\Z|(?:und|oder)\s))")
_STOPS = ".,;:!?()"
_SMALL = re.compile(r"\b[a-zäöüß]{3,}\b")
_WEAK = re.compile(r"t(?:en?)?\Z")
# a stem after the "ge" or "zu" of a participle or an infinitive: shorter ones belong to other words
_INFIX = re.compile(r"(?:ge|zu)(?=\w{3})")


@lru_cache(maxsize=1 << 15)
def base_of(stem: str, language: str) -> str:
    """The stem of a verb's first form; other stems as they are.

    >>> base_of("began", "en"), base_of("zuruckgetret", "de"), base_of("zurucktrat", "de"), base_of("bruck", "de")
    ('begin', 'zurucktret', 'zurucktret', 'bruck')
    """
    forms = _forms(language)
    if stem in forms or language != "de":
        return forms.get(stem, stem)
    beginning = next((one for one in _BEGINNINGS if stem.startswith(one) and len(stem) > len(one) + 2), "")
    rest = stem[len(beginning) :]
    bare = _INFIX.sub("", rest, count=1) if _INFIX.match(rest) and beginning in _PARTED else rest
    if beginning and (rest in forms or bare in forms or bare != rest):
        return beginning + (forms.get(rest) or forms.get(bare, bare))
    return stem


def bases_of(stems: frozenset[str], language: str) -> frozenset[str]:
    """The same of many at once."""
    if language == "de":
        return frozenset(base_of(stem, language) for stem in stems)
    forms = _forms(language)
    known = stems.intersection(forms)
    return (stems - known) | {forms[stem] for stem in known} if known else stems


def parted_verbs(text: str) -> Iterator[tuple[str, str]]:
    """What may be the verb of a German clause that ends in a particle, with that particle; the verb itself comes first or early.

    >>> list(parted_verbs("Warum trat Alan Pryce zurück?"))
    [('trat', 'zurück')]
    """
    for found in _PARTICLE.finditer(text):
        start = max(text.rfind(stop, 0, found.start()) for stop in _STOPS) + 1
        for word in _SMALL.findall(text, start, found.start()):
            if fold(word) not in FUNCTION_WORDS and (_WEAK.search(word) or word_terms(word, "de")[0] in _forms("de")):
                yield word, found[0]


@cache
def _forms(language: str) -> Mapping[str, str]:
    """The base of each stem of the verbs."""
    forms: dict[str, str] = {}
    for verb in _VERBS.get(language, "").replace("\n", ";").split(";"):
        stems = [stem for form in verb.split() for stem in word_terms(form, language)]
        for stem in stems:
            forms.setdefault(stem, stems[0])
            # "übernommen" has no "ge"
            if language == "de" and stem.startswith("ge") and len(stem) > 5 and stem != stems[0]:
                forms.setdefault(stem[2:], stems[0])
    return forms
