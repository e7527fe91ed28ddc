"""The words beside a date: of publishing, of updating, of what else has a date; in the languages whose dates can be read."""

import re

UPDATE = re.compile(
    r"updat|modif|edited|revised|amended|überarbeitet|bearbeitet|aktualisiert|geändert|letzte änderung|"
    r"mise? à jour|actualis|maj\b|actualizad|actualizaci|aggiornat|aggiornament|modificat|atualizad|"
    r"atualizaç|обновлен|обновлён|изменен|оновлен|"
    r"更新|修正|修改|修訂|수정|업데이트|최종|تحديث|حُدّث|güncelle|bijgewerkt|aangepast|gewijzigd|uppdater|oppdater|"
    r"opdater|ändrad|endret|ændret|päivitetty|muokattu|"
    r"aktualiz|zmodyfik|uprav|frissít|módosít|ενημέρωση|ενημερώθηκε|τροποποί|diperbarui|diubah|cập nhật|"
    r"izmijenj|zmenen|změněn|змінен|módosul|ažurir|ажурир|актуализ|atnaujin|atjaun|uuendat|muudet|uppfær|përditës|"
    r"kemas ?kini|به‌?روز|بروزرسانی|اپ ?ڈیٹ|আপডেট|হালনাগাদ|"
    r"עודכן|עדכון|แก้ไข|ปรับปรุง|อัปเดต|अपडेट|अद्यतन",
    re.IGNORECASE,
)
SAYS_PUBLISHED = re.compile(
    r"publi|posted|uploaded|\bfiled\b|^\W*dated\b|\badded\b|available online|for (?:immediate )?release|creat[oae]d?\b|creado|criado|"
    r"scritto il|postat|adăugat|apari[țţt]i|submitted|released|issued|appeared|"
    r"veröffentlich|erschienen|erscheinungs(?:datum|tag)|erstell(?:t|datum|ungsdatum)|(?:artikel|"
    r"meldung|bericht|beitrag|ausgabe|mitteilung) vom|online seit|freigegeben|posté|ajouté|mis en ligne|parue? (?:le|dans)|parution|créé|"
    r"pubbli[ck]|inserito|articolo del|artículo del|imechapishwa|опубликован|дата публикации|размещен|опубліковано|"
    r"发布|發布|發佈|发稿|發稿|发表|發表|刊登|上传|公開|掲載|配信|投稿|発表|発行日|登録日|"
    r"입력|등록|승인|송고|게재|작성|발행|보도일|نُ?شر|منشور|gepubliceerd|geplaatst|opublikowan|dodano|data publikacji|utworzon|"
    r"publicer|publiser|offentliggjort|udgiv|utgitt|utgiven|verschenen|verschijningsdatum|"
    r"julkais|zveřejněn|vydán|publikov|közzét|megjelen|δημοσί|δημοσιεύ|ανάρτηση|diterbitkan|terbit|"
    r"dipublikasikan|tayang|yayınlan|yayın|giriş|oluştur|"
    r"eingestellt|publiziert|diffusé|difundid|subido|divulgad|postad[oa]|inserid[oa]|diffuso|wprowadzon|zamieszczon|data dodania|"
    r"vytvořen|vytvoren|vložen|přidán|pridan|postavljen|kreiran|feltölt|létrehoz|създаден|добавен|створен|розміщен|оприлюдн|додано|"
    r"создан|добавлен|sukurt|įkelt|ievietot|pievienot|lisatud|loodud|lisätty|luotu|skapad|upplagd|inlagd|lagt ut|opprettet|oprettet|"
    r"αναρτήθηκε|καταχωρ|eklenme|diunggah|diposting|dibuat|disiarkan|โพสต์|הועלה|نوشته|录入|添加|公表|게시|배포|"
    r"публикув|објав|objav|zverejn|paskelb|avaldat|birt\b|botuar|منتشر|انتشار|اشاعت|شائع|প্রকাশ|வெளிய|प्रसिद्ध|"
    r"xuất bản|đăng|פורסם|פרסום|เผยแพร่|प्रकाशित|प्रकाशन|पब्लिश",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"^(?:date|datum|fecha|data|дата|dato|päivämäärä|dátum|ημερομηνία|tarih|tanggal|ngày|תאריך|تاريخ|تاریخ|तारीख|日期|日時|日付|날짜)\s*[:：]",
    re.IGNORECASE,
)
# what a line by the title has a date of when it is not the article's
OTHER_THING = re.compile(
    r"\b(?:photo\w*|foto\w*|picture|image\w*|imag[ei]n\w*|bild\w*|abbildung|archiv\w*|illustration\w*|video|getty|copyright|"
    r"print edition|our issue|records|album|cinemas|kinostart|"
    r"event\w*|opening|deadline|tickets?|termin\w*|premiere|festival|concert|konzert|"
    r"conference|congress|konferenz|exhibition|"
    r"ausstellung|match|final|workshop|webinar|summit|feria|mostra|founded|gegründet|"
    r"updated daily|today|heute|oggi|hoy|aujourd|сегодня)\b"
    # when something begins
    r"|\b(?:hora|heure|ora|uhrzeit|beginn|einlass|doors|kick-?off|начало)\b\s*:?\s*(?:ab |um |às |à )?\d{1,2}[:.h]\d\d"
    # two sides of a match, or of a case
    r"|(?<![^\W\d_])[^\W\d_]{3,} vs?\.? [^\W\d_]{3,}"
    r"|©|фото|снимок|архив|写真|撮影|图片|图为|資料|사진|صورة|أرشيف|ภาพ|開催|今日|今天",
    re.IGNORECASE,
)
BY = re.compile(
    r"^\s*(?:by|von|par|por|di|da|door|av|af|od|przez|автор|от|vložil[ai]?|zadal[ai]?|dodała?|додав|розмістив|разместил|"
    r"text|teksti?|текст|szerző|írta|yazar|haber|penulis|reporter|συντάκτης|autor(?:in)?|author|auteur|autore|oleh|tác giả|بقلم|كتب|"
    r"redacción|redaktion|redazione|redação|rédaction|redactie|redakcja|редакция|"
    r"(?:(?:article|texte) )?(?:rédigé|écrit) par|written by|"
    r"(?:geschrieben|verfasst) von|escrit[oa] por|scritto da|geschreven door)\b[\s:]*",
    re.IGNORECASE,
)
# of a book, a film, an event
PARTICULARS = re.compile(
    r"^(?:publisher|isbn|pages|price|cost|venue|where|location|place|time|doors|tickets?|admission|director|cast|starring|runtime|"
    r"running time|genre|"
    r"verlag|seiten|preis|ort|wo|uhrzeit|beginn|einlass|eintritt|regie|éditeur|prix|lieu|heure|horaires?|réalisation|"
    r"editorial|páginas|precio|lugar|hora|editore|pagine|prezzo|luogo|orario|regia|editora|preço|local|horário|"
    r"uitgever|prijs|plaats|locatie|место|время|цена|издательство|地点|地點|時間|会場|場所|出版社|定価|장소|시간)\s*[:：]",
    re.IGNORECASE,
)
# who delivered the text stands beside its date in many languages
SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|źródło|источник|来源|來源|出典|提供|编辑|编辑者|責編|责任编辑|作者|记者|기자|المصدر)\s*[:：]?",
    re.IGNORECASE,
)
# what else stands beside the date of a text, and is no date of another thing
BESIDE = re.compile(
    # how long it takes to read, how many have
    r"(?:(?:reading|read) time|(?:temps de )?lecture|lesezeit|lesedauer|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|"
    r"время чтения)"
    r"\s?[:：]?\s?\d+\s?(?:mins?|minutes?|minuten|minuti|minutos|мин)?\b\.?"
    r"|(?:views|hits|aufrufe|vues|visitas|visite|lecturas|letture|leituras|bekeken|просмотров|просмотры|"
    r"comments|kommentare|commentaires|comentarios|commenti|reacties|комментариев|комментарии|点击|阅读|浏览|點閱|조회수?|مشاهدات|المشاهدات)\s?[:：]?\s?[\d.,]+\s?次?"
    r"|\d[\d.,]*\s(?:views|aufrufe|vues|просмотр\w*|comments?|kommentare?|commentaires?|"
    r"comentarios?|commenti|reacties|комментари\w*)\b"
    # where it stood in print
    r"|\b(?:pages?|pp?\.|seiten?|páginas?|pág\.|pagina|стр\.)\s?[A-Z]?\d+(?![\d./-])"
    r"|\b(?:final|city|morning|evening|late|national|early|sunday) edition\b"
    r"|\bsection\s?[:：]?\s[^\W\d_]+\b"
    r"|\d+[\s-]?(?:mins?|minutes?|minuten|minuti|minutos|мин)\b\.?"
    r"(?:\s(?:read|de lecture|lecture|lesezeit|lesedauer|de lectura|di lettura|de leitura|leestijd|to read|czytania|чтения))?"
    r"|\b(?:(?:dokument )?drucken|print|share|teilen|merken|imprimer|partager|imprimir|compartir|stampa|condividi)\b"
    r"|\b[ap]\.\s?m\b\.?"
    # what its author is, and one who has no name
    r"|\b(?:(?:staff|senior|chief|political|sports?|local|business|news|foreign) )?(?:writer|reporter|correspondent|editor|columnist)\b"
    r"|\bby (?:admin|staff|webmaster|newsroom|the editors)\b|\bnews (?:story|item|article)\b"
    # where it is filed
    r"|\b(?:category|filed under|kategorie|rubrik|catégorie|"
    r"rubrique|categoría|categoria|rubrica|rubriek|kategoria|kategori|категория|рубрика)"
    r"\s?[:：]\s?[^\W\d_]+(?:\s[^\W\d_]+)?(?=\s*(?:[|•·,–—-]|$))"
    # who wrote it, and for which paper, in scripts without capitals
    r"|(?:作者|记者|記者|编辑|編輯|责编)\s?[:：]\s?[\u4e00-\u9fff·]{2,6}(?![\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff]{1,6}(?:[日晚时時早]?[报報]|新[闻聞]|[网網社])(?![\u4e00-\u9fff])"
    r"|付(?=\s|$)"
    # the same day by the moon
    r"|\d{1,2}\s(?:محرم|صفر|ربيع ال\w+|جمادى ال\w+|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة)[\s،,]{1,2}1[34]\d\d\s?هـ?"
    r"|(?:press release|news release|pressemitteilung|pressemeldung|communiqué(?: de presse)?|"
    r"nota de prensa|comunicado de prensa|comunicato stampa|"
    r"persbericht|nieuwsbericht|pressmeddelande|komunikat prasowy|пресс-релиз|tisková zpráva)",
    re.IGNORECASE,
)
_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab
segunda terça quarta quinta sexta feira seg ter qua qui sex
thứ hai ba tư năm sáu bảy chủ nhật
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo za zo
poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz
понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
понеділок вівторок середа четвер субота неділя нд
måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag mån tis ons tors fre lör sön tir tor lør søn
pondělí úterý středa čtvrtek pátek neděle po út st čt pá so ne
pazartesi salı çarşamba perşembe cuma cumartesi pazar
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη
senin selasa rabu kamis jumat sabtu minggu maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 月 火 水 木 金 土 日
月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
luni marți joi vineri sâmbătă duminică dilluns dimarts dimecres dijous divendres dissabte diumenge
понеделник вторник сряда четвъртък петък събота неделя понедељак уторак среда четвртак петак субота недеља
ponedjeljak ponedeljak ponedeljek utorak torek srijeda sreda četvrtak četrtek petak petek subota nedjelja nedelja
pondelok utorok streda štvrtok piatok sobota nedeľa hétfő kedd szerda csütörtök péntek szombat vasárnap
pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev isnin selasa khamis jumaat sabtu ahad
วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์
یک دو سه چهار پنج יום ראשון שני שלישי רביעי חמישי שישי שבת
شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه جمعہ جمعرات بدھ منگل پیر اتوار ہفتہ
सोमवार मंगलवार बुधवार गुरुवार बृहस्पतिवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์
"""
_CLOCK = """
on at the of first last and date datum fecha data date: tanggal tarih дата 日期 时间 時間 日付 تاريخ التاريخ ημερομηνία วันที่
um uhr vom am den der dem zuletzt le la à a las los el il alle ore ora em às as del de di du dne w o godz kl klo
om op in v в г года року р saat tarihinde pukul jam
h hrs hours min pm am noon ago vor ที่ เวลา น في الساعة ساعة ساعت م ص στις ώρα stand ultima última dernière ultimo
último laatst senast sist sidst ostatnia
utc gmt bst ist wib wita wit cet cest mez mesz eet eest est edt et ct mt pt pst pdt cst cdt jst kst msk мск
hkt sgt aest aedt nzst nzdt z brt art mdt mst akst pkt eat sast 北京时间 北京時間
오전 오후 上午 下午 午前 午後 晚上 hs r roku d gada t ob cot clt pet cdmx الموافق هـ
mis miss
"""
WEEKDAYS = frozenset(_WEEKDAYS.split())
PLAIN = WEEKDAYS | frozenset(_CLOCK.split())
"""Words beside the date of publication that say nothing more."""
