"""Our messages in Spanish."""

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)

MESSAGES = {
    # dates and sources
    "day": "{day} de {month} de {year}",
    "month": "{month} de {year}",
    "undated": "sin fecha",
    "unknown_source": "fuente desconocida",
    # answers
    "abstention": "El archivo no responde a esta pregunta.",
    "model_found_nothing": "El modelo no encontró respuesta en los pasajes del archivo.",
    "unproven_answer": "Ninguna frase de la respuesta del modelo está probada por el archivo; en su lugar hay citas del archivo.",
    "dropped": "Se omiten {count} frases de la respuesta del modelo, porque el archivo no las prueba.",
    "dropped_one": "Se omite una frase de la respuesta del modelo, porque el archivo no la prueba.",
    "quotes_instead": "En su lugar hay citas del archivo.",
    # labels behind a sentence
    "not_proven": "(sin probar)",
    "partly_proven": "(probado en parte)",
    "translation": "traducido por el modelo",
    # why a sentence is not supported, or partly
    "no_quote": "ninguna frase de los pasajes lo dice",
    "no_mark": "ningún pasaje se nombra como fuente",
    "other_number": "la fuente no tiene este número: {found}",
    "other_unit": "la fuente cuenta otra cosa: {found}",
    "other_date": "la fuente no tiene esta fecha: {found}",
    "other_name": "la fuente no tiene este nombre: {found}",
    "other_roles": "la fuente dice lo inverso sobre quién actuó: {found}",
    "other_negation": "una niega lo que dice la otra",
    "other_word": "la fuente dice otra cosa: {found}",
    "other_modality": "la fuente es menos segura",
    "less_certain": "la fuente es más segura",
    "other_attribution": "en la fuente alguien lo afirma: {found}",
    "other_claimant": "la fuente no dice quién lo afirma: {found}",
    "more_words": "la fuente no lo dice todo",
    "judged": "un modelo de lenguaje juzgó que la fuente no lo dice",
    "not_entailed": "el modelo de inferencia juzgó que la fuente dice otra cosa",
    # why there is no answer by the model
    "model_key": "El servidor del modelo rechazó la clave; revise su variable.",
    "model_missing": "El servidor no tiene este modelo; revise NEWS_MODEL y NEWS_MODEL_URL.",
    "model_too_much": "Para el servidor del modelo la pregunta y sus pasajes eran demasiado largos; baje NEWS_PASSAGES.",
    "model_busy": "El servidor del modelo no acepta más preguntas (429); pregunte de nuevo en un minuto.",
    "model_refused": "El servidor del modelo no aceptó la pregunta ({status}); revise NEWS_MODEL.",
    "model_broken": "El servidor del modelo falló ({status}); pregunte de nuevo más tarde.",
    "model_timeout": "El servidor del modelo tardó demasiado; pregunte de nuevo o aumente NEWS_MODEL_FIRST_TOKEN_SECONDS.",
    "model_cut_off": "La conexión con el modelo se cortó antes del final; pregunte de nuevo.",
    "model_unreachable": "No se llega al servidor del modelo; inícielo o revise NEWS_MODEL_URL.",
    "model_connection": "La conexión con el modelo se cortó; pregunte de nuevo o revise NEWS_MODEL_URL.",
    "model_unreadable": "El servidor del modelo envió algo que no es una respuesta ({kind}); revise NEWS_MODEL_URL.",
    "model_endless": "El modelo no llegaba al final; pruebe otro con NEWS_MODEL.",
    "model_silent": "El modelo no escribió nada; pregunte de nuevo o pruebe otro con NEWS_MODEL.",
    "model_stopped": "El modelo paró antes del final de su respuesta ({why}); haga una pregunta más concreta.",
    "model_slow": "El modelo tardó demasiado; pregunte de nuevo o nombre uno más rápido con NEWS_MODEL.",
}
