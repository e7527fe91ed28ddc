"""What kind of text an article is."""

import pytest

from ingest.genre import find_genre

REPORT = "The council met on Tuesday. It voted for a new tram line to the harbour, which opens in two years."


@pytest.mark.parametrize(
    ("kinds", "section", "title", "text", "url", "genre"),
    [
        (["OpinionNewsArticle"], "", "Trams", REPORT, None, "opinion"),
        (["NewsArticle", "LiveBlogPosting"], "", "Trams", REPORT, None, "live blog"),
        (["AnalysisNewsArticle"], "", "Trams", REPORT, None, "analysis"),
        (["ReviewNewsArticle"], "", "Trams", REPORT, None, "review"),
        (["NewsArticle", "ClaimReview"], "", "No, trams do not fly", REPORT, None, "fact check"),
        ([], "Opinion", "Trams", REPORT, None, "opinion"),
        ([], "Politik > Kommentar", "Trams", REPORT, None, "opinion"),
        ([], "Leitartikel", "Trams", REPORT, None, "opinion"),
        ([], "Débats", "Trams", REPORT, None, "opinion"),
        ([], "Tribuna", "Trams", REPORT, None, "opinion"),
        ([], "Мнения", "Трамвай", REPORT, None, "opinion"),
        ([], "社评", "电车", REPORT, None, "opinion"),
        ([], "Nachrufe", "Ida Brandt", REPORT, None, "obituary"),
        ([], "Critique de film", "Le tram", REPORT, None, "review"),
        ([], "Décryptage", "Le tram", REPORT, None, "analysis"),
        ([], "", "Kommentar: Dreißig reicht", REPORT, None, "opinion"),
        ([], "", "Opinion | We need trams", REPORT, None, "opinion"),
        ([], "", "Wir brauchen Straßenbahnen – ein Kommentar", REPORT, None, "opinion"),
        ([], "", "Análisis: qué cambia con el tranvía", REPORT, None, "analysis"),
        ([], "", "Entretien : « Le tram viendra »", REPORT, None, "interview"),
        ([], "", "Liveticker: Sturm über Nordmünde", REPORT, None, "live blog"),
        ([], "", "+++ Sturm über Nordmünde +++", REPORT, None, "live blog"),
        ([], "", "En directo | El pleno vota el tranvía", REPORT, None, "live blog"),
        ([], "", "Nachruf auf Ida Brandt", REPORT, None, "obituary"),
        ([], "", "[Satire] Tram learns to fly", REPORT, None, "satire"),
        ([], "", "Faktencheck: Fliegen Straßenbahnen?", REPORT, None, "fact check"),
        ([], "", "Tram opens", "KELMOUTH, March 3, 2025 /PRNewswire/ -- Trams Ltd opens a line.", None, "press release"),
        ([], "", "Neue Linie", "Nordmünde (ots) - Die Stadtwerke eröffnen eine Linie.", None, "press release"),
        ([], "", "Neue Linie", "Pressemitteilung der Stadtwerke\n\nDie Stadtwerke eröffnen eine Linie.", None, "press release"),
        ([], "Comunicado de prensa", "Nueva línea", REPORT, None, "press release"),
        ([], "", "Trams", "Ein Kommentar von Jane Doe\n\n" + REPORT, None, "opinion"),
        ([], "", "Trams", REPORT, "https://paper.example.org/opinion/2025/trams", "opinion"),
        ([], "", "Trams", REPORT, "https://www.der-postillon.com/2025/trams.html", "satire"),
        ([], "Anzeigensonderveröffentlichung", "Trams", REPORT, None, "advertisement"),
    ],
)
def test_a_text_is_known_by_its_type_section_heading_opening_or_address(
    kinds: list[str], section: str, title: str, text: str, url: str | None, genre: str
) -> None:
    assert find_genre(kinds, [section], title, text, url) == genre


@pytest.mark.parametrize(
    ("section", "title", "text", "url"),
    [
        ("World News", "Council votes for trams", REPORT, None),
        ("Politik", "Kommentar der Ministerin löst Streit aus", REPORT, None),
        ("", "Minister gives interview to magazine", REPORT, None),
        ("", "Satire magazine wins prize", REPORT, None),
        ("", "Press release angers mayor", "The mayor read the press release of the port on Monday. " + REPORT, None),
        ("", "Public opinion: what polls say of trams", REPORT, None),
        ("Live", "Council votes for trams", REPORT, None),
        ("", "Trams", REPORT, "https://paper.example.org/news/opinion-of-the-court-published"),
        ("", "Review of tram safety ordered", REPORT, "https://paper.example.org/local/review"),
    ],
)
def test_a_report_about_such_texts_is_a_report(section: str, title: str, text: str, url: str | None) -> None:
    assert find_genre(["NewsArticle"], [section], title, text, url) is None
