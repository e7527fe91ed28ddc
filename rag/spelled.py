"""A period in the words in which articles state it: "三年前9月" is "2021年9月" to who wrote then."""

from datetime import timedelta

from rag.period import Period

DAY = timedelta(days=1)


def spell_period(period: Period, language: str | None) -> str:
    """Year, month and day, as far as both ends of the period share them; "" when they share none, or in another language.

    Only Chinese articles write out their dates, year and all; others say "on Tuesday".
    """
    if language != "zh" or period.since is None or period.until is None:
        return ""
    first, last = period.since, period.until - DAY
    if first.year != last.year:
        return ""
    parts = [f"{first.year}年"]
    if first.month == last.month:
        parts.append(f"{first.month}月")
        parts += [f"{first.day}日"] if first == last else []
    return "".join(parts)
