"""Lines of a page that are no part of its article: credits, ages, invitations, buttons.

Each rule describes a kind of line in several languages. A line is furniture only as a whole: prose that
begins like furniture stays.
"""

import re

LONGEST_LINE = 160

_UNIT = (
    "sekunden?|minuten?|stunden?|tag(?:e|en)?|wochen?|monat(?:e|en)?|jahr(?:e|en)?|"
    "seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|"
    "secondes?|heures?|jours?|semaines?|mois|ans?|années?|"
    "segundos?|minutos?|horas?|días?|dias?|semanas?|mes(?:es)?|años?|anos?|meses|mês|"
    "minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|"
    "минут[уы]?|час(?:а|ов)?|день|дня|дней|недел[юиь]|месяц(?:а|ев)?|лет|год(?:а)?|хвилин[иу]?|годин[иу]?|дн[іів]+|тижн[іяів]+"
)
_COUNT = r"(?:\d{1,3}|ein(?:e[rmn]?)?|an?|one|une?|una?|uno|einigen?|about\ \d{1,3}|über\ \d{1,3}|around\ \d{1,3}|etwa\ \d{1,3})"
AGE = rf"""(?:
    vor\ {_COUNT}\ (?:{_UNIT}) | {_COUNT}\ (?:{_UNIT})\ (?:vor|her) | {_COUNT}\ ?(?:{_UNIT}|[hdm]|min\.?)\ ago |
    il\ y\ a\ {_COUNT}\ (?:{_UNIT}|h|min) |
    hace\ {_COUNT}\ (?:{_UNIT}) | há\ {_COUNT}\ (?:{_UNIT}) | {_COUNT}\ (?:{_UNIT})\ (?:fa|atrás|назад|тому) |
    \d{{1,3}}\ ?(?:分|時間|小时|小時|天|日|周|週間|个月)(?:钟|鐘)?前 |
    just\ now | gerade\ eben | yesterday | gestern | hier | ayer | today | heute | aujourd['’]hui | hoy
)"""
CREDIT = r"""(?:
    (?:file\ |archive\ |title\ |cover\ |symbol|archiv|titel)?(?:photos?|fotos?|pictures?|bild(?:er|quelle|nachweis)?|images?|imagen|
    illustrations?|grafik|graphic|crédits?(?:\ photo)?|credits?|
        fotograf(?:ie)?|photograph|foto-?credit|photo\ credit|image\ credit|immagine|фото|写真|图片来源|图)\ ?(?:[:：©|/]|\bby\b|\bvon\b|
        \bpar\b|\bde\b:).{1,120} |
    ©.{0,120} | \(c\)\ ?\d{4}.{0,120} | copyright\ ?(?:©|\(c\)|\d{4}|by\b|:).{0,120} |
    .{1,80}\s?(?:/|via|\|)\s?(?:getty(?:\ images)?|shutterstock(?:\.com)?|afp|epa|reuters|dpa|picture\ alliance|imago|ap\ photo|
    unsplash|pixabay|istock|keystone|efe|ansa)[\w\ /.-]{0,40} |
    (?:getty\ images|shutterstock(?:\.com)?|picture\ alliance|ap\ photo|afp|reuters|dpa)
)"""
RELATED = r"""(?:
    jetzt\ lesen(?:\ auch\ andere)? | (?:lesen\ sie|lies)\ (?:auch|mehr|hier|dazu|weiter)(?:\ (?:dazu|auch|zum\ thema))? |
    auch\ interessant | das\ könnte\ (?:sie|dich)\ auch\ interessieren | (?:mehr|weitere\ artikel)\ (?:zum|zu\ diesem)\ thema |
    zum\ thema | meistgelesen | weiterlesen | mehr\ lesen | read\ (?:also|more|next|this|on) | also\ read | see\ also |
    more\ (?:on\ this(?:\ story)?|from\ .{1,40}|stories) | related(?:\ (?:articles?|stories|story|content|topics|links|news))? |
    recommended(?:\ (?:for\ you|stories|reading))? |
    most\ (?:read|popular) | you\ (?:may|might)\ (?:also\ )?like | what\ to\ read\ next | continue\ reading | trending(?:\ now)? |
    don['’]t\ miss |
    (?:à\ )?lire\ (?:aussi|également|plus) | (?:à\ )?voir\ aussi | sur\ le\ même\ sujet | les\ plus\ lus |
    lea\ (?:también|además|más) | leer\ más | lee\ también | te\ puede\ interesar | le\ puede\ interesar |
    más\ (?:información|noticias|leídas?|leído) | noticias\ relacionadas | ver\ también |
    leggi\ anche | leia\ (?:também|mais) | lees\ ook | czytaj\ (?:też|także) | читайте\ (?:также|ещё|еще) | читайте\ також |
    другие\ сейчас\ читают | 相关(?:阅读|新闻|文章) | 延伸阅读 | 関連記事
)"""
INVITATION = r"""(?:
    (?:jetzt\ )?abonnieren(?:\ sie.{0,80})? | (?:jetzt\ )?(?:anmelden|registrieren|einloggen) | newsletter(?:\ .{0,60})? |
    subscribe(?:\ (?:now|to|today|for).{0,80})? | sign\ (?:up|in)(?:\ (?:for|to|now|with).{0,80})? | log\ in | register(?:\ now)? |
    follow\ (?:us|@).{0,60} | get\ the\ app.{0,40} |
    s['’](?:abonner|inscrire)(?:\ .{0,60})? | abonnez-vous.{0,80} | inscrivez-vous.{0,80} |
    suscr[ií]b(?:ete|ase|irse)(?:\ .{0,80})? | regístrate.{0,60} | síguenos.{0,60} | iscriviti.{0,60} | assine.{0,60} |
    подпи(?:сывайтесь|шитесь).{0,80} | folgen\ sie\ uns.{0,60} | suivez-nous.{0,60} |
    (?:share|teilen|
    partager|partagez|compartir|comparte|condividi|compartilhar|поделиться|分享)(?:\ (?:this|on|via|diesen|auf|cet|cette|sur|este|en|esta|
    with)\b.{0,50})? | (?:auf|bei)\ .{1,20}\ teilen | artikel\ (?:teilen|drucken|merken|anhören).{0,30} |
    tweet | twittern | facebook | twitter | whatsapp | telegram | linkedin | instagram | e-?mail | flipboard | pocket | x | drucken |
    print | imprimer | imprimir | kopieren | copy\ link | link\ kopieren | copier\ le\ lien | copiar\ enlace | merken | save |
    vorlesen | listen | escuchar | écouter |
    (?:leave|post|add)\ a\ comment | (?:\d{1,5}\ )?(?:comments?|kommentare?|commentaires?|comentarios?) | kommentieren | commenter |
    comentar
)"""
ADVERTISEMENT = r"""(?:
    anzeige | werbung | advertisement | advertorial | ad | sponsored(?:\ (?:content|by\ .{1,40}))? | publicité | publicidad |
    pubblicità | publicidade | реклама | 广告 | 広告 | paid\ (?:content|post) | bezahlter\ inhalt |
    (?:story|article)\ continues\ below(?:\ advertisement)? |
    (?:der\ )?artikel\ geht\ (?:nach|unter)\ der\ (?:anzeige|werbung)\ weiter | scroll\ to\ continue.{0,30} |
    la\ suite\ après\ la\ publicité | skip\ (?:to\ (?:main\ )?content|advertisement|ad) | zum\ (?:inhalt|hauptinhalt)\ springen |
    back\ to\ top | nach\ oben | zurück\ zur\ startseite | home\ ?page |
    \d[\d.,\ ]{0,12}[kKmM]?\ (?:views|aufrufe|vues|visitas|visualizzazioni|visualizações|lectures|lecturas|reads|shares|
    просмотров|просмотра|次阅读) |
    (?:views|aufrufe|vues|visitas|просмотры|阅读量|閱讀)\ ?[:：]\ ?\d[\d.,\ ]{0,12}[kKmM]? |
    (?:shared|geteilt|partagé|compartido)\ \d[\d.,]{0,9}\ (?:times|mal|fois|veces) | \d[\d.,]{0,9}\ mal\ geteilt |
    (?:lesezeit|reading\ time|read\ time|temps\ de\ lecture|tiempo\ de\ lectura|lecture)\ ?:?\ ?\d{1,3}\ ?(?:min\.?|minuten?|minutes?|
    minutos?) | \d{1,3}[\ -]min(?:ute)?s?\.?[\ -](?:read|lesezeit|de\ lecture|de\ lectura) |
    (?:we\ use|wir\ (?:verwenden|nutzen)|nous\ utilisons|utilizamos|usamos)\ (?:des\ )?cookies.{0,120} |
    (?:accept|manage)\ (?:all\ )?cookies | (?:alle\ )?cookies\ akzeptieren | tout\ accepter | aceptar\ (?:todas\ las\ )?cookies |
    all\ rights\ reserved\.? | alle\ rechte\ vorbehalten\.? | tous\ droits\ réservés\.? | todos\ los\ derechos\ reservados\.?
)"""
TAIL = r"(?:\s*(?:[:：>»→▸…]|\.\.\.)+.{0,140})?"

FURNITURE = re.compile(
    rf"^[\W_]*(?:{AGE}|{RELATED}{TAIL}|{ADVERTISEMENT}|(?P<loose>{CREDIT}|{INVITATION}))[\s.!:|»›>→▸*-]*$",
    re.IGNORECASE | re.VERBOSE,
)
WORDLESS = re.compile(r"^[\W_]*$")
# "Newsletter verschickte die Partei …": what begins like a button may be a sentence
SENTENCE_WORDS = 8


def is_furniture(line: str) -> bool:
    """Whether a whole line is no part of the article."""
    line = line.strip()
    if len(line) > LONGEST_LINE:
        return False
    if WORDLESS.match(line):
        return True
    match = FURNITURE.match(line)
    return match is not None and not (match["loose"] and line.endswith(".") and len(line.split()) >= SENTENCE_WORDS)


def drop_furniture(lines: list[str]) -> list[str]:
    """The lines that belong to the article, in order."""
    return [line for line in lines if not is_furniture(line)]
