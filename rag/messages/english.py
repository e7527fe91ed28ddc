"""Our messages in English."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

MESSAGES = {
    # dates and sources
    "day": "{day} {month} {year}",
    "month": "{month} {year}",
    "undated": "undated",
    "unknown_source": "unknown source",
    # answers
    "abstention": "The archive does not answer this question.",
    "model_found_nothing": "The model found no answer in the passages of the archive.",
    "unproven_answer": "The model's answer had no sentence that the archive proves; quotes from the archive stand here instead.",
    "dropped": "{count} sentences of the model's answer are left out, for the archive does not prove them.",
    "dropped_one": "One sentence of the model's answer is left out, for the archive does not prove it.",
    "quotes_instead": "Quotes from the archive stand here instead.",
    # labels behind a sentence
    "not_proven": "(not proven)",
    "partly_proven": "(partly proven)",
    "translation": "translated by the model",
    # why a sentence is not supported, or partly
    "no_quote": "no sentence of the passages says this",
    "no_mark": "no passage is named as its source",
    "other_number": "the source does not have this number: {found}",
    "other_unit": "the source counts in something else: {found}",
    "other_date": "the source does not have this date: {found}",
    "other_name": "the source does not have this name: {found}",
    "other_roles": "the source tells who did it the other way round: {found}",
    "other_negation": "one of the two denies what the other says",
    "other_word": "the source says something else: {found}",
    "other_modality": "the source is less certain",
    "less_certain": "the source is more certain",
    "other_attribution": "in the source somebody claims this: {found}",
    "other_claimant": "the source does not say who claims this: {found}",
    "more_words": "the source does not say all of it",
    "judged": "a language model found the source not to say this",
    "not_entailed": "the inference model found the source to say something else",
    # why there is no answer by the model
    "model_key": "The model's server refused the key; check the key's variable.",
    "model_missing": "The model's server does not have this model; check NEWS_MODEL and NEWS_MODEL_URL.",
    "model_too_much": "The model's server found the question and its passages too long; lower NEWS_PASSAGES.",
    "model_busy": "The model's server takes no more questions now (429); ask again in a minute.",
    "model_refused": "The model's server did not accept the question ({status}); check NEWS_MODEL.",
    "model_broken": "The model's server failed ({status}); ask again later.",
    "model_timeout": "The model's server took too long; ask again or raise NEWS_MODEL_FIRST_TOKEN_SECONDS.",
    "model_cut_off": "The connection to the model broke before the end; ask again.",
    "model_unreachable": "The model's server cannot be reached; start it or check NEWS_MODEL_URL.",
    "model_connection": "The connection to the model broke; ask again or check NEWS_MODEL_URL.",
    "model_unreadable": "The model's server sent what cannot be read as an answer ({kind}); check NEWS_MODEL_URL.",
    "model_endless": "The model did not come to an end; try another one with NEWS_MODEL.",
    "model_silent": "The model wrote nothing; ask again or try another one with NEWS_MODEL.",
    "model_stopped": "The model stopped before the end of its answer ({why}); ask a narrower question.",
    "model_slow": "The model took too long; ask again, or name a faster one with NEWS_MODEL.",
}
