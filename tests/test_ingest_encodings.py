"""Promise I7: twenty encodings, each declared in three ways, give the exact text."""

# ruff: noqa: E501
import pytest

from ingest.item import Item
from ingest.read import read_item
from vectorstore import Article

WORDS = {
    "de": "Die Brücke über die Klarau bleibt bis Freitag gesperrt. Fußgänger müssen den längeren Umweg über die Höhenstraße nehmen, sagte Bürgermeister Jäger am Dienstag. ",
    "pl": "Most na rzece Klarze pozostanie zamknięty do piątku. Piesi muszą iść dłuższą drogą przez wzgórze, powiedział we wtorek burmistrz. Żeby jeździć, trzeba czekać na źródło prądu. ",
    "ru": "Мост через реку останется закрытым до пятницы. Пешеходам придётся идти в обход через холм, сообщил во вторник мэр города. Вода в реке за сутки опустилась. ",
    "el": "Η γέφυρα του ποταμού θα μείνει κλειστή ως την Παρασκευή. Οι πεζοί πρέπει να ακολουθήσουν τον μακρύτερο δρόμο, είπε την Τρίτη ο δήμαρχος της πόλης. ",
    "tr": "Nehrin üzerindeki köprü cuma gününe kadar kapalı kalacak. Yayaların tepeden geçen daha uzun yolu kullanması gerekiyor, dedi belediye başkanı salı günü. Işıklar söndü. ",
    "ja": "川に架かる橋は金曜日まで閉鎖される見通しだ。歩行者は丘を通る長い道を使わなければならないと、市長が火曜日に述べた。水位は一日で下がった。",
    "zh": "河上的大桥将关闭至星期五。市长星期二表示，行人必须绕行山上较长的道路。河水水位在一天之内已经下降，学校重新开放。",
    "tw": "河上的大橋將關閉至星期五。市長星期二表示，行人必須繞行山上較長的道路。河水水位在一天之內已經下降，學校重新開放。",
    "ko": "강을 가로지르는 다리는 금요일까지 폐쇄된다. 보행자는 언덕을 지나는 더 긴 길을 이용해야 한다고 시장이 화요일에 말했다. 수위는 하루 만에 내려갔다. ",
    "he": "הגשר מעל הנהר יישאר סגור עד יום שישי. הולכי הרגל צריכים ללכת בדרך הארוכה יותר, אמר ראש העיר ביום שלישי. המים בנהר ירדו. ",
}
ENCODINGS = [
    ("utf-8", "de"), ("utf-8-sig", "el"), ("utf-16", "ru"), ("utf-16-le", "de"), ("utf-16-be", "de"), ("utf-32", "tr"),
    ("iso-8859-1", "de"), ("windows-1252", "de"), ("iso-8859-15", "de"), ("iso-8859-2", "pl"), ("windows-1250", "pl"),
    ("windows-1251", "ru"), ("koi8-r", "ru"), ("windows-1253", "el"), ("windows-1254", "tr"), ("shift_jis", "ja"), ("euc-jp", "ja"),
    ("gb18030", "zh"), ("big5", "tw"), ("euc-kr", "ko"),
]  # fmt: skip
MORE = [("iso-2022-jp", "ja"), ("windows-1255", "he"), ("iso-8859-7", "el"), ("iso-8859-9", "tr"), ("gbk", "zh")]


def is_exact(encoding: str, language: str, way: str) -> bool:
    text = (WORDS[language] * 5).strip()
    meta = f"<meta charset='{encoding}'>" if way == "meta" else ""
    page = f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"
    data = (page if way != "none" else text).encode(encoding)
    item = Item("a", "html" if way != "none" else "text", data, "/a", charset=encoding if way == "server" else None)
    (found,) = read_item(item)
    return isinstance(found, Article) and "".join(found.text.split()) == "".join(text.split())


def test_twenty_encodings_in_three_ways_of_declaring_them() -> None:
    wrong = [
        (encoding, way) for encoding, language in ENCODINGS for way in ("server", "meta", "none") if not is_exact(encoding, language, way)
    ]
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize(("encoding", "language"), MORE)
@pytest.mark.parametrize("way", ["server", "meta"])
def test_further_encodings_are_read_where_they_are_declared(encoding: str, language: str, way: str) -> None:
    assert is_exact(encoding, language, way)
