"""Our messages in German."""

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)

MESSAGES = {
    # dates and sources
    "day": "{day}. {month} {year}",
    "month": "{month} {year}",
    "undated": "ohne Datum",
    "unknown_source": "unbekannte Quelle",
    # answers
    "abstention": "Das Archiv beantwortet diese Frage nicht.",
    "model_found_nothing": "Das Modell hat in den Textstellen des Archivs keine Antwort gefunden.",
    "unproven_answer": "Kein Satz der Antwort des Modells ist im Archiv belegt; hier stehen stattdessen Zitate aus dem Archiv.",
    "dropped": "{count} Sätze der Antwort des Modells fehlen, weil das Archiv sie nicht belegt.",
    "dropped_one": "Ein Satz der Antwort des Modells fehlt, weil das Archiv ihn nicht belegt.",
    "quotes_instead": "Hier stehen stattdessen Zitate aus dem Archiv.",
    # labels behind a sentence
    "not_proven": "(nicht belegt)",
    "partly_proven": "(teilweise belegt)",
    "translation": "vom Modell übersetzt",
    # why a sentence is not supported, or partly
    "no_quote": "kein Satz der Textstellen sagt das",
    "no_mark": "keine Textstelle ist als Quelle genannt",
    "other_number": "diese Zahl steht nicht in der Quelle: {found}",
    "other_unit": "die Quelle zählt etwas anderes: {found}",
    "other_date": "dieses Datum steht nicht in der Quelle: {found}",
    "other_name": "dieser Name steht nicht in der Quelle: {found}",
    "other_roles": "in der Quelle ist es umgekehrt: {found}",
    "other_negation": "das eine verneint, was das andere sagt",
    "other_word": "die Quelle sagt etwas anderes: {found}",
    "other_modality": "die Quelle ist weniger sicher",
    "less_certain": "die Quelle ist sicherer",
    "other_attribution": "in der Quelle behauptet das jemand: {found}",
    "other_claimant": "die Quelle sagt nicht, wer das behauptet: {found}",
    "more_words": "die Quelle sagt nicht alles davon",
    "judged": "ein Sprachmodell fand, dass die Quelle das nicht sagt",
    "not_entailed": "das Schlussmodell fand, dass die Quelle etwas anderes sagt",
    # why there is no answer by the model
    "model_key": "Der Server des Modells hat den Schlüssel abgelehnt; prüfen Sie dessen Variable.",
    "model_missing": "Der Server hat dieses Modell nicht; prüfen Sie NEWS_MODEL und NEWS_MODEL_URL.",
    "model_too_much": "Dem Server des Modells waren Frage und Textstellen zu lang; senken Sie NEWS_PASSAGES.",
    "model_busy": "Der Server des Modells nimmt gerade keine Fragen mehr an (429); fragen Sie in einer Minute noch einmal.",
    "model_refused": "Der Server des Modells hat die Frage nicht angenommen ({status}); prüfen Sie NEWS_MODEL.",
    "model_broken": "Der Server des Modells ist gescheitert ({status}); fragen Sie später noch einmal.",
    "model_timeout": "Der Server des Modells brauchte zu lange; fragen Sie noch einmal oder erhöhen Sie NEWS_MODEL_FIRST_TOKEN_SECONDS.",
    "model_cut_off": "Die Verbindung zum Modell ist vor dem Ende abgerissen; fragen Sie noch einmal.",
    "model_unreachable": "Der Server des Modells ist nicht erreichbar; starten Sie ihn oder prüfen Sie NEWS_MODEL_URL.",
    "model_connection": "Die Verbindung zum Modell ist abgerissen; fragen Sie noch einmal oder prüfen Sie NEWS_MODEL_URL.",
    "model_unreadable": "Der Server des Modells hat etwas geschickt, das keine Antwort ist ({kind}); prüfen Sie NEWS_MODEL_URL.",
    "model_endless": "Das Modell kam zu keinem Ende; versuchen Sie mit NEWS_MODEL ein anderes.",
    "model_silent": "Das Modell hat nichts geschrieben; fragen Sie noch einmal oder versuchen Sie mit NEWS_MODEL ein anderes.",
    "model_stopped": "Das Modell hat vor dem Ende seiner Antwort aufgehört ({why}); fragen Sie enger.",
    "model_slow": "Das Modell hat zu lange gebraucht; fragen Sie noch einmal oder nennen Sie mit NEWS_MODEL ein schnelleres.",
}
