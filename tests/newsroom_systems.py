"""More whole pages, of other systems and languages than `newsroom_pages`: blogs, newsletters, town halls, broadcasters. In our own words."""
# ruff: noqa: E501  a sentence, and a part of a page, stands in one line

from tests.newsroom_pages import STORIES, Story, document, paragraphs

OTHERS = {
    "he": Story(
        "המעבורת לאי אלדר תפליג כל החורף",
        (
            "המעבורת בין כף הרלו לאי אלדר תפליג לראשונה לאורך כל החורף, כך הודיעה המועצה האזורית לתושבים.",
            "תושבי האי ביקשו זאת במשך שנים. בלי המעבורת אפשר היה להגיע לבית החולים רק במטוס קטן שאינו טס בערפל.",
            "המועצה משלמת מחצית מההוצאות וחברת הספנות את המחצית האחרת. מחיר הכרטיס לא ישתנה ותלמידים נוסעים בחינם.",
            "\u201cאנחנו יכולים שוב לתכנן\u201d, אמרה מרתה פרין, בעלת המאפייה באי. הסירות יוצאות שלוש פעמים ביום אם מזג האוויר מאפשר.",
        ),
        ("חדשות ספורט כלכלה", "עוד בנושא", "פרס למאפייה בצפון", "המזח נצבע מחדש", "דודתי תשמח.", "אנו משתמשים בעוגיות."),
    ),
    "hi": Story(
        "एल्डर द्वीप की नाव पूरी सर्दी चलेगी",
        (
            "हार्लो अंतरीप और एल्डर द्वीप के बीच की नाव पहली बार पूरी सर्दी चलेगी, ज़िला प्रशासन ने यह घोषणा की है।",
            "द्वीप के लोग कई वर्षों से इसकी माँग कर रहे थे। अब तक अस्पताल जाने के लिए केवल एक छोटा विमान था जो कोहरे में नहीं उड़ता।",
            "आधा खर्च प्रशासन देगा और आधा जहाज़ कंपनी देगी। टिकट का दाम वही रहेगा और छात्र मुफ़्त में यात्रा करेंगे।",
            "द्वीप पर बेकरी चलाने वाली महिला ने कहा कि हम फिर से योजना बना सकते हैं। मौसम ठीक रहा तो नाव दिन में तीन बार चलेगी।",
        ),
        ("समाचार खेल मौसम", "यह भी पढ़ें", "उत्तर की बेकरी को पुरस्कार", "घाट की पुताई", "मेरी मौसी खुश होंगी।", "हम कुकी का उपयोग करते हैं।"),
    ),
    "fi": Story(
        "Aldersaaren lautta kulkee koko talven",
        (
            "Harloniemen ja Aldersaaren välinen lautta kulkee ensimmäistä kertaa koko talven, kunta ilmoitti.",
            "Saarelaiset ovat pyytäneet sitä vuosia. Ilman lauttaa sairaalaan pääsi vain pienellä lentokoneella, joka ei lennä sumussa.",
            "Kunta maksaa puolet kuluista ja varustamo toisen puolen. Lippu maksaa edelleen kuusi euroa, ja koululaiset matkustavat ilmaiseksi.",
            "”Voimme taas suunnitella”, sanoi saaren leipomoa pitävä Maija Perälä. Veneet lähtevät kolme kertaa päivässä, jos sää sallii.",
        ),
        ("Uutiset Urheilu Sää", "Lue myös", "Palkinto pohjoisen leipomolle", "Laituri maalataan", "Tätini ilahtuu.", "Käytämme evästeitä."),
    ),
    "da": Story(
        "Færgen til Alderø sejler hele vinteren",
        (
            "Færgen mellem Harlepynt og Alderø skal for første gang sejle hele vinteren, oplyser kommunen.",
            "Øboerne har bedt om det i årevis. Uden færgen kom man kun til hospitalet med et lille fly, der ikke flyver i tåge.",
            "Kommunen betaler halvdelen af udgiften og rederiet den anden halvdel. En billet koster stadig tres kroner, og elever rejser gratis.",
            "»Vi kan planlægge igen,« siger Maren Pedersen, der driver øens bageri. Bådene sejler tre gange om dagen, hvis vejret tillader det.",
        ),
        ("Nyheder Sport Vejr", "Læs også", "Pris til bageri i nord", "Molen males igen", "Min moster bliver glad.", "Vi bruger cookies."),
    ),
    "ro": Story(
        "Bacul spre insula Aldera va circula toată iarna",
        (
            "Bacul dintre Capul Harlo și insula Aldera va circula pentru prima dată toată iarna, a anunțat consiliul județean.",
            "Locuitorii cereau acest lucru de ani de zile. Fără bac, la spital se ajungea doar cu un avion mic, care nu zboară pe ceață.",
            "Județul plătește jumătate din costuri, iar compania cealaltă jumătate. Biletul rămâne șase lei, elevii călătoresc gratuit.",
            "„Putem din nou să ne facem planuri”, a spus Marta Perin, care ține brutăria insulei. Bărcile pleacă de trei ori pe zi.",
        ),
        ("Știri Sport Vremea", "Citește și", "Premiu pentru o brutărie din nord", "Digul este vopsit", "Mătușa mea se va bucura.", "Folosim cookie-uri."),
    ),
    "hu": Story(
        "Egész télen jár a komp Alder szigetére",
        (
            "A Harló-fok és Alder szigete közötti komp először fog egész télen közlekedni, közölte a megyei önkormányzat.",
            "A szigetlakók évek óta kérték ezt. Komp nélkül a kórházba csak egy kis repülőgéppel lehetett eljutni, amely ködben nem száll fel.",
            "A költségek felét a megye fizeti, a másik felét a hajózási társaság. A jegy ára nem változik, a diákok ingyen utaznak.",
            "„Újra tudunk tervezni” – mondta Perényi Márta, aki a sziget pékségét vezeti. A hajók naponta háromszor indulnak, ha az idő engedi.",
        ),
        ("Hírek Sport Időjárás", "Olvassa el ezt is", "Díj egy északi péknek", "Újrafestik a mólót", "A nagynéném örülni fog.", "Sütiket használunk."),
    ),
    "vi": Story(
        "Phà ra đảo Alder sẽ chạy suốt mùa đông",
        (
            "Chuyến phà giữa mũi Harlo và đảo Alder lần đầu tiên sẽ chạy suốt mùa đông, chính quyền huyện cho biết.",
            "Người dân trên đảo đã đề nghị điều này nhiều năm. Không có phà, họ chỉ có thể đến bệnh viện bằng máy bay nhỏ không bay được khi có sương mù.",
            "Huyện trả một nửa chi phí và công ty vận tải trả nửa còn lại. Giá vé không đổi và học sinh được đi miễn phí.",
            "“Chúng tôi lại có thể lên kế hoạch”, chủ tiệm bánh trên đảo nói. Tàu chạy ba chuyến mỗi ngày nếu thời tiết cho phép.",
        ),
        ("Tin Thể-thao Thời-tiết", "Xem thêm", "Giải thưởng cho tiệm bánh", "Sơn lại cầu tàu", "Dì tôi sẽ vui lắm.", "Chúng tôi dùng cookie."),
    ),
}  # fmt: skip
STORIES.update(OTHERS)


def links(language: str) -> str:
    return " · ".join(f'<a href="/s{number}">{word}</a>' for number, word in enumerate(STORIES[language].around[0].split()))


def blog(language: str = "en", head: str = "", day: str = "", foot: str = "") -> str:
    """A blog of the old kind: the day over the post, the blog's own name as the first heading, an archive at the side."""
    story = STORIES[language]
    return document(
        language,
        f'<meta content="blogger" name="generator">{head}',
        f'<div class="content-outer"><header><div class="titlewrapper"><h1 class="title">Harbour Post</h1></div></header><div class="main-outer">'
        f'<div class="blog-posts hfeed"><div class="date-outer">{day}<div class="date-posts"><div class="post-outer"><div class="post hentry">'
        f'<h3 class="post-title entry-title">{story.title}</h3><div class="post-header"></div><div class="post-body entry-content">{paragraphs(language)}</div>'
        f'<div class="post-footer">{foot}</div></div></div></div></div></div><div class="column-right"><div class="widget BlogArchive">'
        f"<ul><li>October 2026 (4)</li><li>12 September 2026 (1)</li></ul></div></div></div></div>",
    )


def letter(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """A newsletter's post on the web: everything in divisions whose classes are numbers."""
    story = STORIES[language]
    return document(
        language,
        head,
        f'<div id="entry"><div class="main-menu"><div class="pencraft pc-1">{links(language)}</div></div><div class="single-post-container"><article class="post">'
        f'<div class="post-header"><h1 class="post-title">{story.title}</h1><h3 class="subtitle">{story.around[3]}</h3>{stamp}</div>'
        f'<div class="available-content"><div class="body markup">{paragraphs(language)}</div></div>{below}</article>'
        f'<div class="pencraft pc-9"><div class="pencraft">{story.around[2]}</div><div class="pencraft pc-3">Aug 2, 2026</div></div></div></div>',
    )


def theme(language: str = "en", head: str = "", stamp: str = "", below: str = "", lead: str = "") -> str:
    """A bought theme: a site's logo as h1, a ticker of latest posts over the article, boxes of others with days under it."""
    story = STORIES[language]
    return document(
        language,
        head,
        f'<div class="td-header-wrap"><h1 class="td-logo"><a href="/">Harbour Post</a></h1><div class="td-menu">{links(language)}</div>'
        f'<div class="td-trending-now-wrapper"><a href="/q">{story.around[2]}</a> <time datetime="2026-08-01T00:00:00+00:00">1.8.2026</time></div></div>'
        f'<div class="td-container"><article id="post-9" class="post"><div class="td-post-header"><h1 class="entry-title">{story.title}</h1>'
        f'<div class="td-module-meta-info">{stamp}</div></div><div class="td-post-content">{lead}{paragraphs(language)}</div>{below}</article>'
        f'<div class="td_block_related_posts"><h4>{story.around[1]}</h4><div class="td_module_related"><h3><a href="/r">{story.around[3]}</a></h3>'
        f'<span class="td-post-date"><time class="entry-date" datetime="2026-08-02T00:00:00+00:00">2.8.2026</time></span></div></div></div>',
        ' class="no-js"',
    )


def town_hall(language: str = "de", head: str = "", stamp: str = "", below: str = "") -> str:
    """A public body's page: a narrow menu, a crumb trail, details as a list of terms or in a small print."""
    story = STORIES[language]
    return document(
        language,
        f'<meta name="generator" content="TYPO3 CMS">{head}',
        f'<div class="skip"><a href="#c">…</a></div><div id="menu">{links(language)}</div><div class="breadcrumb">Start / Presse</div><div id="c" class="content">'
        f'<div class="news news-single"><div class="header"><h1>{story.title}</h1></div>{stamp}<div class="news-text-wrap">{paragraphs(language)}</div>{below}</div>'
        f'</div><div class="contact"><h3>{story.around[1]}</h3><p>Tel. 0461 20250213</p></div><div id="footer">Impressum</div>',
    )


def station(language: str = "en", head: str = "", stamp: str = "", below: str = "", over: str = "") -> str:
    """A broadcaster's page without an article element; the other stories come first."""
    story = STORIES[language]
    return document(
        language,
        head,
        f'<div class="app"><div class="c-hdr">{over}{links(language)}</div><div class="c-rail"><div class="c-card"><h3>{story.around[2]}</h3><span>3 Sep 2026</span></div>'
        f'<div class="c-card"><h3>{story.around[3]}</h3><span>2 Sep 2026</span></div></div><main><div class="c-story"><div class="c-top"><h1>{story.title}</h1>{stamp}</div>'
        f'<div class="c-body">{paragraphs(language)}</div>{below}</div></main><div class="c-ftr">© 2026</div></div>',
    )


def printed(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """The view for printers: text and nothing around it."""
    story = STORIES[language]
    return f'<html lang="{language}"><head><title>{story.title}</title>{head}</head><body onload="window.print()"><h1>{story.title}</h1>{stamp}{paragraphs(language)}{below}</body></html>'


def amp(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """The fast twin of a page for telephones."""
    story = STORIES[language]
    return document(
        language,
        f'<link rel="canonical" href="https://post.example/ferry-all-winter"><script async src="https://cdn.example/v0.js"></script>{head}',
        f'<amp-sidebar id="s"><ul><li>{links(language)}</li></ul></amp-sidebar><header class="amp-wp-header">Harbour Post</header><article class="amp-wp-article">'
        f'<header class="amp-wp-article-header"><h1 class="amp-wp-title">{story.title}</h1>{stamp}</header><div class="amp-wp-article-content">{paragraphs(language)}</div>'
        f'<footer class="amp-wp-article-footer">{below}</footer></article><amp-list class="next"><div>{story.around[2]} 4.9.2026</div></amp-list>',
        " amp",
    )
