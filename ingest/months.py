"""The names of the months, in the languages whose dates can be read."""

import re
import unicodedata
from collections.abc import Iterable

NAMES = """
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
jänner feber mrz apr mai juni juli aug sept okt nov dez
jan feb mar apr may jun jul aug sep oct nov dec
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv fév mars avr mai juin juil août sept oct nov déc
janv févr mars avr mai juin juil août sept oct nov déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene feb mar abr may jun jul ago setiembre oct nov dic
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen feb mar apr mag giu lug ago set ott nov dic
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
jan fev mar abr mai jun jul ago set out nov dez
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
янв фев мар апр май июн июл авг сен окт ноя дек
янв февр мар апр май июн июл авг сент окт нояб дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
януари февруари март април май юни юли август септември октомври ноември декември
ledna února března dubna května června července srpna září října listopadu prosince
januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január február március április május június július augusztus szeptember október november december
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
januar februar mars april mai juni juli august september oktober november desember
januari februari maret april mei juni juli agustus september oktober november desember
jan feb mar apr mei jun jul agu sep okt nov des
jan feb mar apr mei jun jul agt sep okt nov des
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
ιανουαριου φεβρουαριου μαρτιου απριλιου μαϊου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου
_ fevrier _ _ μαιου _ _ aout _ _ _ decembre
ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ
jan feb mär apr mai jun jul aug sep okt nov dez
sty lut mar kwi maj cze _ sie wrz paź _ gru
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
ian feb mart apr mai iun iul aug sept oct noi dec
jan feb mar apr máj jún júl aug sep okt nov dec
január február marec apríl máj jún júl august september október november december
_ febr márc ápr _ _ _ _ szept _ _ _
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna _ studenoga prosinca
siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan _ studeni prosinac
januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
јануар фебруар март април мај јун јул август септембар октобар новембар децембар
јануари февруари март април мај јуни јули август септември октомври ноември декември
januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
oca şub mar nis may haz tem ağu eyl eki kas ara
yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի
_ _ _ _ μαϊ _ _ _ _ _ _ _
_ _ _ _ μάι ιούν ιούλ αύγ σεπτ _ νοέ _
_ φεβρ μάρ _ μαΐ _ _ _ _ _ νοεμ _
січ лют бер кві тра чер лип сер вер жов лис гру
januari februari mac april mei jun julai ogos september oktober november disember
januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर
जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर
জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్
"""

# a name of two months stands with the one that more papers mean by it
SOUTH_SLAVIC, LISTOPAD = frozenset({"bs", "hr", "sr"}), frozenset({"listopad", "listopada"})


def _plain(name: str) -> str:
    # "İ" and "I" of KASIM and HAZİRAN are other letters in Turkish, and accents may stand behind their letters
    return unicodedata.normalize("NFC", name.lower().replace("\u0307", "").replace("ı", "i"))


MONTHS = {
    _plain(name.replace("_", " ")): number for line in NAMES.split("\n") for number, name in enumerate(line.split(), 1) if name != "_"
}
"""Number of each month by its plain name."""


def month_number(name: str, language: str) -> int | None:
    """The month of a name, however it is written; None for a word that is none.

    >>> month_number("KASIM", "tr"), month_number("listopada", "pl"), month_number("listopada", "hr")
    (11, 11, 10)
    """
    plain = _plain(name)
    return 10 if plain in LISTOPAD and language in SOUTH_SLAVIC else MONTHS.get(plain)


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of these names that decides letter by letter: hundreds of alternatives would be tried at every word."""
    branches: dict[str, list[str]] = {}
    for name in names:
        branches.setdefault(name[:1], []).append(name[1:])
    is_end = "" in branches
    inner = "|".join(re.escape(letter) + _any_of(rests) for letter, rests in branches.items() if letter)
    if not inner:
        return ""
    return f"(?:{inner})" + ("?" if is_end else "")


NAME_OF_MONTH = _any_of(MONTHS)
"""The pattern of a month's name, where case is ignored."""

# words that are something else more often, when they are small and no year follows: "12 may be", "the 3 march on"
DOUBTFUL = frozenset(
    [
        *("may", "march", "mar", "jan", "set", "out", "gen", "mag", "ago", "sept", "sie", "lut", "mai", "mei", "maj", "mac"),
        *("ara", "kas", "tem", "haz", "eki", "oca", "лис", "сер", "чер", "вер", "тра"),
    ]
)
