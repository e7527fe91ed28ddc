"""Whole pages as news sites of many countries build them: a story, and all that stands around one. In our own words."""
# ruff: noqa: E501  a sentence, and a part of a page, stands in one line

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Words of a site in one language: `around` is its menu, the title of other stories, two of them, a comment and the cookie line."""

    title: str
    text: tuple[str, ...]
    around: tuple[str, str, str, str, str, str]


STORIES = {
    "en": Story(
        "Ferry to Aldersey will sail all winter",
        (
            "The ferry between Harlow Point and the island of Aldersey will keep running through the winter for the first time, the county said.",
            "Islanders have asked for the crossing for years. Without it, the only way to the hospital was a small plane that does not fly in fog.",
            "The county pays half of the cost and the shipping company the other half. A ticket stays at six pounds, pupils travel free.",
            "“We can plan again,” said Maud Perrin, who runs the island's bakery. The boats leave three times a day, weather permitting.",
        ),
        ("News Sport Weather Business Culture", "More stories", "Bakery prize goes to the north", "Pier is painted again",
         "My aunt will be pleased to hear it.", "We use cookies to make this site better. Accept all"),
    ),
    "de": Story(
        "Fähre nach Alderoog fährt den ganzen Winter",
        (
            "Die Fähre zwischen Hohenpriel und der Insel Alderoog fährt zum ersten Mal den ganzen Winter hindurch, teilte der Landkreis mit.",
            "Die Insulaner hatten seit Jahren darum gebeten. Bisher kam man nur mit einem kleinen Flugzeug ins Krankenhaus, bei Nebel gar nicht.",
            "Die eine Hälfte der Kosten trägt der Kreis, die andere die Reederei. Die Fahrt kostet weiter sechs Euro, Schüler zahlen nichts.",
            "„Wir können wieder planen“, sagte Maike Petersen, die auf der Insel die Bäckerei führt. Die Boote legen dreimal am Tag ab.",
        ),
        ("Nachrichten Sport Wetter Wirtschaft Kultur", "Mehr zum Thema", "Preis für Bäckerei im Norden", "Seebrücke wird gestrichen",
         "Da wird sich meine Tante freuen.", "Wir verwenden Cookies, um diese Seite zu verbessern. Alle akzeptieren"),
    ),
    "fr": Story(
        "Le bac d'Aldrey naviguera tout l'hiver",
        (
            "Le bac entre la pointe du Harle et l'île d'Aldrey naviguera tout l'hiver pour la première fois, a annoncé le département.",
            "Les îliens le demandaient depuis des années. Sans lui, il fallait un petit avion pour gagner l'hôpital, et il ne vole pas par brouillard.",
            "Le département paie la moitié du coût et l'armateur l'autre. Le billet reste à six euros et les élèves voyagent sans payer.",
            "« Nous pouvons prévoir de nouveau », dit Maud Perrin, boulangère sur l'île. Les bateaux partent trois fois par jour, si le temps le permet.",
        ),
        ("Actualités Sport Météo Économie Culture", "À lire aussi", "Un prix pour une boulangerie du nord", "La jetée est repeinte",
         "Ma tante en sera ravie.", "Nous utilisons des cookies pour améliorer ce site. Tout accepter"),
    ),
    "es": Story(
        "El transbordador a Aldera navegará todo el invierno",
        (
            "El transbordador entre Punta Harlo y la isla de Aldera navegará por primera vez durante todo el invierno, anunció la provincia.",
            "Los isleños lo pedían desde hacía años. Sin él, solo se llegaba al hospital en una avioneta que no vuela cuando hay niebla.",
            "La provincia paga la mitad del coste y la naviera la otra mitad. El billete sigue en seis euros y los alumnos viajan gratis.",
            "“Podemos volver a hacer planes”, dijo Marta Perín, panadera de la isla. Los barcos salen tres veces al día si el tiempo lo permite.",
        ),
        ("Noticias Deportes Tiempo Economía Cultura", "Más información", "Premio a una panadería del norte", "Pintan el muelle otra vez",
         "Mi tía se alegrará mucho.", "Usamos cookies para mejorar este sitio. Aceptar todo"),
    ),
    "it": Story(
        "Il traghetto per Aldera navigherà tutto l'inverno",
        (
            "Il traghetto tra Punta Arlo e l'isola di Aldera navigherà per la prima volta per tutto l'inverno, ha annunciato la provincia.",
            "Gli isolani lo chiedevano da anni. Senza, si arrivava all'ospedale solo con un piccolo aereo che con la nebbia non vola.",
            "La provincia paga metà del costo e la compagnia l'altra metà. Il biglietto resta a sei euro e gli studenti viaggiano gratis.",
            "«Possiamo di nuovo fare progetti», ha detto Marta Perini, fornaia dell'isola. Le barche partono tre volte al giorno, tempo permettendo.",
        ),
        ("Notizie Sport Meteo Economia Cultura", "Leggi anche", "Premio a un forno del nord", "Il molo viene ridipinto",
         "Mia zia sarà contenta.", "Usiamo i cookie per migliorare il sito. Accetta tutto"),
    ),
    "pt": Story(
        "Barca para Aldeira vai navegar todo o inverno",
        (
            "A barca entre a Ponta do Harlo e a ilha de Aldeira vai navegar pela primeira vez durante todo o inverno, anunciou o governo local.",
            "Os moradores pediam isso havia anos. Sem ela, só se chegava ao hospital em um pequeno avião que não voa quando há neblina.",
            "O governo paga metade do custo e a empresa a outra metade. A passagem continua a seis reais e os alunos viajam de graça.",
            "“Podemos voltar a fazer planos”, disse Marta Perim, padeira da ilha. Os barcos saem três vezes por dia, se o tempo deixar.",
        ),
        ("Notícias Esporte Tempo Economia Cultura", "Leia também", "Prêmio para uma padaria do norte", "Píer é pintado de novo",
         "Minha tia vai ficar feliz.", "Usamos cookies para melhorar este site. Aceitar tudo"),
    ),
    "nl": Story(
        "Veerboot naar Alderoog vaart de hele winter",
        (
            "De veerboot tussen Harlopunt en het eiland Alderoog vaart voor het eerst de hele winter door, heeft de provincie bekendgemaakt.",
            "De eilanders vroegen er al jaren om. Zonder de boot kwam men alleen met een vliegtuigje in het ziekenhuis, en bij mist helemaal niet.",
            "De provincie betaalt de helft van de kosten en de rederij de andere helft. Een kaartje blijft zes euro kosten, leerlingen reizen gratis.",
            "“We kunnen weer plannen maken”, zegt Marijke Perrin, die de bakkerij van het eiland heeft. De boten gaan drie keer per dag.",
        ),
        ("Nieuws Sport Weer Economie Cultuur", "Lees ook", "Prijs voor bakkerij in het noorden", "Pier wordt geverfd",
         "Mijn tante zal blij zijn.", "Wij gebruiken cookies om deze site te verbeteren. Alles accepteren"),
    ),
    "pl": Story(
        "Prom na Aldrę będzie pływał całą zimę",
        (
            "Prom między Harłowem a wyspą Aldra po raz pierwszy będzie pływał przez całą zimę, poinformowały władze powiatu.",
            "Mieszkańcy prosili o to od lat. Bez promu do szpitala można było dotrzeć tylko małym samolotem, który nie lata we mgle.",
            "Połowę kosztów pokrywa powiat, a drugą połowę armator. Bilet nadal kosztuje sześć złotych, uczniowie podróżują za darmo.",
            "„Znowu możemy planować” – powiedziała Marta Perin, która prowadzi na wyspie piekarnię. Łodzie odpływają trzy razy dziennie.",
        ),
        ("Wiadomości Sport Pogoda Gospodarka Kultura", "Czytaj także", "Nagroda dla piekarni z północy", "Molo znów malowane",
         "Moja ciotka się ucieszy.", "Używamy plików cookie, aby ulepszyć tę stronę. Akceptuj"),
    ),
    "ru": Story(
        "Паром на Алдерский остров будет ходить всю зиму",
        (
            "Паром между Харловом и Алдерским островом впервые будет ходить всю зиму, сообщила администрация района.",
            "Жители просили об этом много лет. Без парома добраться до больницы можно было только маленьким самолётом, который не летает в туман.",
            "Половину расходов оплачивает район, вторую половину перевозчик. Билет по-прежнему стоит шестьдесят рублей, школьники ездят бесплатно.",
            "«Мы снова можем строить планы», — сказала Марта Перина, хозяйка пекарни на острове. Катера отходят три раза в день.",
        ),
        ("Новости Спорт Погода Экономика Культура", "Читайте также", "Премия пекарне с севера", "Причал снова красят",
         "Моя тётя обрадуется.", "Мы используем файлы cookie. Принять все"),
    ),
    "zh": Story(
        "阿尔德岛渡轮今冬首次全程运行",
        (
            "县政府宣布，哈洛角与阿尔德岛之间的渡轮今年冬天将首次全程运行，岛上居民多年的愿望终于实现。",
            "此前，岛民去医院只能乘坐小型飞机，遇到大雾天气飞机无法起飞，许多病人不得不在家中等待。",
            "渡轮的费用由县政府和航运公司各承担一半，票价维持六元不变，学生可以免费乘船，老人享受半价优惠。",
            "“我们又可以安排生活了。”在岛上经营面包店的马女士说。如果天气允许，渡轮每天往返三次。",
        ),
        ("新闻 体育 天气 财经 文化", "相关阅读", "北方面包店获奖", "码头重新粉刷", "我姑妈一定很高兴。", "本网站使用Cookie。接受全部"),
    ),
    "ja": Story(
        "アルデ島のフェリー、初めて冬も運航へ",
        (
            "ハーロー岬とアルデ島を結ぶフェリーが、この冬初めて通年で運航されることになったと県が発表しました。",
            "島の住民は長年この航路を求めてきました。これまで病院へ行くには小型機しかなく、霧の日には飛べませんでした。",
            "費用は県と船会社が半分ずつ負担し、運賃は六百円のまま据え置かれ、児童と生徒は無料で乗ることができます。",
            "島でパン屋を営む前田さんは「また予定が立てられます」と話しています。船は天候がよければ一日に三往復します。",
        ),
        ("ニュース スポーツ 天気 経済 文化", "関連記事", "北のパン屋に賞", "桟橋を塗り直し", "おばが喜びます。", "このサイトはクッキーを使用しています。同意する"),
    ),
    "ar": Story(
        "عبّارة جزيرة ألدر ستبحر طوال الشتاء",
        (
            "أعلنت المحافظة أن العبّارة بين رأس هارلو وجزيرة ألدر ستبحر طوال فصل الشتاء للمرة الأولى.",
            "وكان سكان الجزيرة يطالبون بذلك منذ سنوات، إذ لم يكن الوصول إلى المستشفى ممكنا إلا بطائرة صغيرة لا تطير في الضباب.",
            "وتدفع المحافظة نصف التكلفة وتدفع شركة الملاحة النصف الآخر، ويبقى سعر التذكرة كما هو ويسافر التلاميذ مجانا.",
            "وقالت صاحبة المخبز في الجزيرة: «يمكننا أن نخطط من جديد». وتغادر القوارب ثلاث مرات في اليوم إذا سمح الطقس.",
        ),
        ("أخبار رياضة طقس اقتصاد ثقافة", "اقرأ أيضا", "جائزة لمخبز في الشمال", "طلاء الرصيف من جديد", "ستفرح خالتي.", "نستخدم ملفات تعريف الارتباط. قبول"),
    ),
    "tr": Story(
        "Alder adasının vapuru bütün kış çalışacak",
        (
            "Harlo burnu ile Alder adası arasındaki vapurun ilk kez bütün kış boyunca çalışacağını valilik duyurdu.",
            "Adalılar bunu yıllardır istiyordu. Vapur olmadan hastaneye yalnızca siste uçamayan küçük bir uçakla gidilebiliyordu.",
            "Masrafın yarısını valilik, öbür yarısını denizcilik şirketi ödüyor. Bilet altı lirada kalıyor, öğrenciler para vermiyor.",
            "Adada fırın işleten Meltem Perin “Yeniden plan yapabiliriz” dedi. Hava elverirse tekneler günde üç kez kalkıyor.",
        ),
        ("Haberler Spor Hava Ekonomi Kültür", "İlgili haberler", "Kuzeydeki fırına ödül", "İskele yeniden boyanıyor",
         "Teyzem çok sevinecek.", "Bu sitede çerez kullanıyoruz. Kabul et"),
    ),
    "sv": Story(
        "Färjan till Alderö går hela vintern",
        (
            "Färjan mellan Harludden och Alderö ska för första gången gå hela vintern, meddelar kommunen.",
            "Öborna har bett om det i flera år. Utan färjan kom man bara till sjukhuset med ett litet flygplan som inte flyger i dimma.",
            "Kommunen betalar hälften av kostnaden och rederiet den andra hälften. Biljetten kostar sextio kronor, elever åker gratis.",
            "”Vi kan planera igen”, säger Maud Persson som driver öns bageri. Båtarna går tre gånger om dagen om vädret tillåter.",
        ),
        ("Nyheter Sport Väder Ekonomi Kultur", "Läs mer", "Pris till bageri i norr", "Bryggan målas om", "Min moster blir glad.", "Vi använder kakor. Godkänn alla"),
    ),
    "ko": Story(
        "알더섬 여객선, 처음으로 겨울 내내 운항",
        (
            "할로곶과 알더섬을 잇는 여객선이 올겨울 처음으로 쉬지 않고 운항한다고 군청이 밝혔다.",
            "섬 주민들은 여러 해 동안 이를 요구해 왔다. 지금까지는 안개가 끼면 뜨지 못하는 작은 비행기로만 병원에 갈 수 있었다.",
            "비용의 절반은 군청이, 나머지 절반은 해운사가 부담한다. 요금은 그대로 유지되며 학생은 무료로 탈 수 있다.",
            "섬에서 빵집을 운영하는 문 씨는 “다시 계획을 세울 수 있게 됐다”고 말했다. 배는 날씨가 허락하면 하루 세 번 출발한다.",
        ),
        ("뉴스 스포츠 날씨 경제 문화", "관련 기사", "북쪽 빵집이 상을 받다", "부두를 다시 칠하다", "이모가 기뻐하시겠네요.", "이 사이트는 쿠키를 사용합니다. 동의"),
    ),
    "cs": Story(
        "Přívoz na ostrov Aldra bude jezdit celou zimu",
        (
            "Přívoz mezi Harlovem a ostrovem Aldra bude poprvé jezdit po celou zimu, oznámil krajský úřad.",
            "Ostrované o to žádali řadu let. Bez přívozu se do nemocnice dostali jen malým letadlem, které v mlze nelétá.",
            "Polovinu nákladů platí kraj a druhou polovinu dopravce. Jízdenka stojí dál šedesát korun, žáci jezdí zdarma.",
            "„Můžeme zase plánovat,“ řekla Marta Perinová, která vede na ostrově pekárnu. Lodě vyplouvají třikrát denně.",
        ),
        ("Zprávy Sport Počasí Ekonomika Kultura", "Čtěte také", "Cena pro pekárnu na severu", "Molo se znovu natírá",
         "Teta bude mít radost.", "Používáme soubory cookie. Přijmout vše"),
    ),
    "uk": Story(
        "Пором на острів Альдер ходитиме всю зиму",
        (
            "Пором між Гарловом та островом Альдер уперше ходитиме всю зиму, повідомила районна адміністрація.",
            "Мешканці просили про це багато років. Без порома дістатися лікарні можна було лише маленьким літаком, який не літає в туман.",
            "Половину витрат сплачує район, другу половину перевізник. Квиток і далі коштує шістдесят гривень, школярі їздять безкоштовно.",
            "«Ми знову можемо щось планувати», — сказала Марта Періна, власниця пекарні на острові. Катери відходять тричі на день.",
        ),
        ("Новини Спорт Погода Економіка Культура", "Читайте також", "Премія пекарні з півночі", "Причал знову фарбують",
         "Моя тітка зрадіє.", "Ми використовуємо файли cookie. Прийняти"),
    ),
    "el": Story(
        "Το πλοίο για την Άλδερα θα ταξιδεύει όλο τον χειμώνα",
        (
            "Το πλοίο ανάμεσα στο ακρωτήρι Χάρλο και το νησί Άλδερα θα ταξιδεύει για πρώτη φορά όλο τον χειμώνα, ανακοίνωσε η περιφέρεια.",
            "Οι νησιώτες το ζητούσαν εδώ και χρόνια. Χωρίς αυτό έφταναν στο νοσοκομείο μόνο με ένα μικρό αεροπλάνο που δεν πετά με ομίχλη.",
            "Η περιφέρεια πληρώνει το μισό κόστος και η εταιρεία το άλλο μισό. Το εισιτήριο μένει στα έξι ευρώ, οι μαθητές ταξιδεύουν δωρεάν.",
            "«Μπορούμε πάλι να κάνουμε σχέδια», είπε η Μάρθα Περίνη, που έχει τον φούρνο του νησιού. Τα πλοία φεύγουν τρεις φορές την ημέρα.",
        ),
        ("Ειδήσεις Αθλητικά Καιρός Οικονομία Πολιτισμός", "Διαβάστε επίσης", "Βραβείο σε φούρνο του βορρά", "Βάφεται πάλι η προβλήτα",
         "Θα χαρεί η θεία μου.", "Χρησιμοποιούμε cookies. Αποδοχή"),
    ),
    "id": Story(
        "Feri ke Pulau Alder berlayar sepanjang musim dingin",
        (
            "Feri antara Tanjung Harlo dan Pulau Alder untuk pertama kalinya akan berlayar sepanjang musim dingin, kata pemerintah kabupaten.",
            "Warga pulau sudah bertahun-tahun memintanya. Tanpa feri, rumah sakit hanya dapat dicapai dengan pesawat kecil yang tidak terbang saat berkabut.",
            "Pemerintah membayar separuh biaya dan perusahaan pelayaran separuh lainnya. Harga tiket tetap, dan para siswa naik tanpa membayar.",
            "“Kami bisa membuat rencana lagi,” kata Marta Perin, pemilik toko roti di pulau itu. Kapal berangkat tiga kali sehari jika cuaca baik.",
        ),
        ("Berita Olahraga Cuaca Ekonomi Budaya", "Baca juga", "Penghargaan untuk toko roti di utara", "Dermaga dicat lagi",
         "Bibi saya pasti senang.", "Kami memakai cookie. Terima semua"),
    ),
    "th": Story(
        "เรือข้ามฟากเกาะอัลเดอร์เดินเรือตลอดฤดูหนาว",
        (
            "ทางอำเภอประกาศว่าเรือข้ามฟากระหว่างแหลมฮาร์โลกับเกาะอัลเดอร์จะเดินเรือตลอดฤดูหนาวเป็นครั้งแรก",
            "ชาวเกาะเรียกร้องเรื่องนี้มาหลายปี ที่ผ่านมาการไปโรงพยาบาลต้องอาศัยเครื่องบินเล็กซึ่งบินไม่ได้เมื่อมีหมอก",
            "อำเภอจ่ายค่าใช้จ่ายครึ่งหนึ่งและบริษัทเดินเรือจ่ายอีกครึ่งหนึ่ง ค่าโดยสารยังคงเท่าเดิมและนักเรียนเดินทางฟรี",
            "เจ้าของร้านขนมปังบนเกาะบอกว่า ตอนนี้เราวางแผนได้อีกครั้ง เรือออกวันละสามเที่ยวถ้าอากาศเอื้ออำนวย",
        ),
        ("ข่าว กีฬา อากาศ เศรษฐกิจ วัฒนธรรม", "ข่าวที่เกี่ยวข้อง", "ร้านขนมปังทางเหนือได้รางวัล", "ทาสีท่าเรือใหม่", "คุณป้าคงดีใจ", "เว็บไซต์นี้ใช้คุกกี้ ยอมรับ"),
    ),
}  # fmt: skip


def document(language: str, head: str, body: str, attributes: str = "") -> str:
    title = STORIES[language].title
    return (
        f'<!DOCTYPE html><html lang="{language}"{attributes}><head><meta charset="utf-8"><title>{title} | Harbour Post</title>'
        f'<meta name="viewport" content="width=device-width"><meta property="og:type" content="article">'
        f'<meta property="og:title" content="{title}">{head}</head><body>{body}</body></html>'
    )


def paragraphs(language: str, inner: str = "") -> str:
    """The story's text, with something between its second and its third paragraph."""
    text = [f"<p>{paragraph}</p>" for paragraph in STORIES[language].text]
    return "\n".join((*text[:2], inner, *text[2:]))


def menu(language: str) -> str:
    return "".join(f'<li><a href="/{number}">{word}</a></li>' for number, word in enumerate(STORIES[language].around[0].split()))


def wordpress(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "", top: str = "") -> str:
    """A theme as WordPress ships them: entry header, comments, a side bar of recent posts."""
    story, (_, more, first, second, comment, cookies) = STORIES[language], STORIES[language].around
    return document(
        language,
        f'<link rel="shortlink" href="https://post.example/?p=4711">{head}',
        f'<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title">Harbour Post</p>{top}'
        f'<nav class="main-navigation"><ul>{menu(language)}</ul></nav></header><div id="content" class="site-content">'
        f'<main id="main" class="site-main"><article id="post-4711" class="post-4711 post type-post hentry">'
        f'<header class="entry-header"><h1 class="entry-title">{story.title}</h1><div class="entry-meta">{stamp}</div></header>'
        f'<div class="entry-content">{paragraphs(language, inner)}</div><footer class="entry-footer">{below}</footer></article>'
        f'<nav class="post-navigation"><a rel="prev" href="/a">{first}</a></nav>'
        f'<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><article class="comment-body">'
        f'<div class="comment-metadata"><time datetime="2026-05-06T07:08:09+00:00">06/05/2026</time></div><p>{comment}</p></article></li></ol>'
        f'</div></main><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>{more}</h2><ul>'
        f'<li><a href="/b">{first}</a> <span class="post-date">2026-07-01</span></li><li><a href="/c">{second}</a> '
        f'<span class="post-date">2026-06-30</span></li></ul></section></aside></div><footer class="site-footer">© 2026 Harbour Post</footer>'
        f'<div class="cookie-notice">{cookies}</div></div>',
    )


def drupal(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "", top: str = "") -> str:
    """Nodes, fields and views; the other stories stand before the article in the page."""
    story, (_, more, first, second, _, cookies) = STORIES[language], STORIES[language].around
    return document(
        language,
        f'<meta name="Generator" content="Drupal 10">{head}',
        f'<div class="dialog-off-canvas-main-canvas"><header class="region region-header">{top}<ul class="menu">{menu(language)}</ul></header>'
        f'<div class="region region-sidebar-first"><div class="views-element-container block"><h2>{more}</h2>'
        f'<div class="views-row"><time datetime="2026-03-03T10:00:00Z" class="datetime">03.03.2026</time><h3><a href="/x">{first}</a></h3></div>'
        f'<div class="views-row"><time datetime="2026-03-02T10:00:00Z" class="datetime">02.03.2026</time><h3><a href="/y">{second}</a></h3>'
        f'</div></div></div><main role="main"><div class="region region-content"><article class="node node--type-article node--view-mode-full">'
        f'<h1 class="page-title"><span class="field field--name-title">{story.title}</span></h1>{stamp}'
        f'<div class="clearfix text-formatted field field--name-body">{paragraphs(language, inner)}</div>{below}</article></div></main>'
        f'<footer class="region region-footer"><p>Copyright 2001-2026</p><div id="sliding-popup">{cookies}</div></footer></div>',
    )


def blocks(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "", top: str = "") -> str:
    """A broadcaster's page of components with names in data attributes and classes that say nothing."""
    story, (_, more, first, second, _, cookies) = STORIES[language], STORIES[language].around
    return document(
        language,
        head,
        f'<div id="__next"><div class="sc-1a"><section data-testid="consent-banner"><p>{cookies}</p></section><header class="sc-2b">{top}'
        f'<nav data-testid="level1-navigation"><ul class="sc-3c">{menu(language)}</ul></nav></header><main id="main-content"><article class="sc-4d">'
        f'<div data-component="headline-block" class="sc-5e"><h1 class="sc-5f">{story.title}</h1></div>'
        f'<div data-component="byline-block" class="sc-6f">{stamp}</div><figure><div data-component="image-block"><img src="a.jpg" alt=""></div>'
        f'<figcaption data-component="caption-block">{second}</figcaption></figure><div data-component="text-block" class="sc-7a">'
        f"{paragraphs(language, inner)}</div>{below}"
        f'<div data-component="links-block"><p>{more}</p><ul><li><a href="/p">{first}</a></li></ul></div></article>'
        f'<section data-analytics_group_name="More"><h2>{more}</h2><div data-testid="dundee-card"><h3>{first}</h3>'
        f'<span data-testid="card-metadata-lastupdated">2 days ago</span></div><div data-testid="dundee-card"><h3>{second}</h3>'
        f'<time datetime="2026-09-09T09:09:09.000Z">9 Sep 2026</time></div></section></main><footer>Copyright © 2026 Harbour Post.</footer></div></div>',
    )


def paper(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "", top: str = "") -> str:
    """A newspaper's page: semantic elements, a column of most-read stories with their days, comments under the text."""
    story, (_, more, first, second, comment, cookies) = STORIES[language], STORIES[language].around
    return document(
        language,
        head,
        f'<div role="dialog" class="cmp">{cookies}</div><header class="page-header">{top}<nav aria-label="main"><ul>{menu(language)}</ul></nav></header>'
        f'<main><article class="article article--standard"><header class="article__header"><p class="kicker"><a href="/region">{more}</a></p>'
        f'<h1 class="article__title">{story.title}</h1>{stamp}</header><figure class="article__media"><img src="b.jpg" alt="">'
        f'<figcaption>{second}</figcaption></figure><section class="article__content">{paragraphs(language, inner)}</section>{below}</article>'
        f'<aside class="most-read"><h2>{more}</h2><ol><li><a href="/m">{first}</a><time datetime="2026-10-10T10:10:10+00:00">10.10.2026</time></li>'
        f'<li><a href="/n">{second}</a><time datetime="2026-10-09T10:10:10+00:00">09.10.2026</time></li></ol></aside>'
        f'<section class="discussion"><div class="discussion__item"><span class="discussion__date">11.10.2026 08:30</span><p>{comment}</p></div>'
        f"</section></main><footer><p>© Harbour Post 1998–2026</p></footer>",
    )


def portal(language: str = "zh", head: str = "", stamp: str = "", below: str = "", inner: str = "", top: str = "") -> str:
    """A portal of nested divisions without one semantic element, as many agencies have it."""
    story, (_, more, first, second, _, _) = STORIES[language], STORIES[language].around
    return document(
        language,
        head,
        f'<div class="top">{top}<div class="nav"><ul>{menu(language)}</ul></div></div><div class="wrap"><div class="left"><div class="content">'
        f'<div class="h-title">{story.title}</div><h1 id="title">{story.title}</h1><div class="h-info">{stamp}</div>'
        f'<div id="p-detail" class="txt">{paragraphs(language, inner)}</div><div class="tail">{below}</div></div></div>'
        f'<div class="right"><div class="tit">{more}</div><ul class="list"><li><a href="/l1">{first}</a><span>2026-04-04</span></li>'
        f'<li><a href="/l2">{second}</a><span>2026-04-03</span></li></ul></div></div><div class="foot">Copyright © 2000 - 2026</div>',
    )


def tables(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "", top: str = "") -> str:
    """A small paper's page of tables and fonts that nobody has touched for twenty years."""
    story, (_, more, first, second, _, _) = STORIES[language], STORIES[language].around
    links = "".join(f'<a href="/{number}.htm">{word}</a> | ' for number, word in enumerate(story.around[0].split()))
    return (
        f'<html lang="{language}"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{story.title}</title>{head}</head>'
        f'<body bgcolor="#ffffff"><table width="760"><tr><td colspan="2">{top}{links}</td></tr><tr><td width="180" valign="top"><b>{more}</b><br>'
        f'<a href="/o.htm">{first}</a><br><a href="/q.htm">{second}</a></td><td valign="top"><h1><font face="Arial">{story.title}</font></h1>{stamp}'
        f'{paragraphs(language, inner)}{below}</td></tr><tr><td colspan="2" align="center"><font size="1">© 2026</font></td></tr></table></body></html>'
    )
