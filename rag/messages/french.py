"""Our messages in French."""

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)

MESSAGES = {
    # dates and sources
    "day": "{day} {month} {year}",
    "month": "{month} {year}",
    "undated": "sans date",
    "unknown_source": "source inconnue",
    # answers
    "abstention": "Les archives ne répondent pas à cette question.",
    "model_found_nothing": "Le modèle n’a trouvé aucune réponse dans les passages des archives.",
    "unproven_answer": "Aucune phrase de la réponse du modèle n’est prouvée par les archives ; en voici plutôt des citations.",
    "dropped": "{count} phrases de la réponse du modèle sont omises, car les archives ne les prouvent pas.",
    "dropped_one": "Une phrase de la réponse du modèle est omise, car les archives ne la prouvent pas.",
    "quotes_instead": "Voici à la place des citations des archives.",
    # labels behind a sentence
    "not_proven": "(non prouvé)",
    "partly_proven": "(prouvé en partie)",
    "translation": "traduit par le modèle",
    # why a sentence is not supported, or partly
    "no_quote": "aucune phrase des passages ne le dit",
    "no_mark": "aucun passage n’est nommé comme source",
    "other_number": "ce nombre n’est pas dans la source : {found}",
    "other_unit": "la source compte autre chose : {found}",
    "other_date": "cette date n’est pas dans la source : {found}",
    "other_name": "ce nom n’est pas dans la source : {found}",
    "other_roles": "la source dit l’inverse sur qui a agi : {found}",
    "other_negation": "l’une nie ce que l’autre dit",
    "other_word": "la source dit autre chose : {found}",
    "other_modality": "la source est moins certaine",
    "less_certain": "la source est plus certaine",
    "other_attribution": "dans la source, quelqu’un l’affirme : {found}",
    "other_claimant": "la source ne dit pas qui l’affirme : {found}",
    "more_words": "la source n’en dit qu’une partie",
    "judged": "un modèle de langage juge que la source ne le dit pas",
    "not_entailed": "le modèle d’inférence juge que la source dit autre chose",
    # why there is no answer by the model
    "model_key": "Le serveur du modèle a refusé la clé ; vérifiez sa variable.",
    "model_missing": "Le serveur n’a pas ce modèle ; vérifiez NEWS_MODEL et NEWS_MODEL_URL.",
    "model_too_much": "Le serveur du modèle a trouvé la question et ses passages trop longs ; baissez NEWS_PASSAGES.",
    "model_busy": "Le serveur du modèle ne prend plus de questions (429) ; reposez-la dans une minute.",
    "model_refused": "Le serveur du modèle n’a pas accepté la question ({status}) ; vérifiez NEWS_MODEL.",
    "model_broken": "Le serveur du modèle a échoué ({status}) ; reposez la question plus tard.",
    "model_timeout": "Le serveur du modèle a mis trop de temps ; reposez la question ou augmentez NEWS_MODEL_FIRST_TOKEN_SECONDS.",
    "model_cut_off": "La connexion au modèle s’est rompue avant la fin ; reposez la question.",
    "model_unreachable": "Le serveur du modèle est injoignable ; démarrez-le ou vérifiez NEWS_MODEL_URL.",
    "model_connection": "La connexion au modèle s’est rompue ; reposez la question ou vérifiez NEWS_MODEL_URL.",
    "model_unreadable": "Le serveur du modèle a envoyé ce qui n’est pas une réponse ({kind}) ; vérifiez NEWS_MODEL_URL.",
    "model_endless": "Le modèle n’en finissait pas ; essayez-en un autre avec NEWS_MODEL.",
    "model_silent": "Le modèle n’a rien écrit ; reposez la question ou essayez-en un autre avec NEWS_MODEL.",
    "model_stopped": "Le modèle s’est arrêté avant la fin de sa réponse ({why}) ; posez une question plus précise.",
    "model_slow": "Le modèle a mis trop de temps ; reposez la question ou nommez-en un plus rapide avec NEWS_MODEL.",
}
