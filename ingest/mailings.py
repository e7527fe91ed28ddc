"""The frame of a newsletter: where to see it in a browser, how to leave it, why it came."""

import re

LONGEST_LINE = 400
# the frame stands around the letter; in its middle an article may speak of browsers and subscriptions
LONGEST_HEAD, LONGEST_FOOT = 3, 8
LINK = re.compile(r"[<(\[]\s*https?://[^\s<>()\[\]]+\s*[>)\]]|https?://\S{60,}")
FRAMES = (
    # en
    r".{0,60}\b(?:view|open|read|see)\b.{0,40}\b(?:in|on) (?:your |the |a )?(?:web )?browser.{0,40}",
    r"view (?:online|web version).{0,40}",
    r".{0,60}\b(?:unsubscribe|opt out)\b.{0,200}",
    r"you(?:['’]re| are) receiving this\b.{0,300}",
    r"you received this (?:e-?mail|message)\b.{0,300}",
    r"this (?:e-?mail|message|newsletter) was sent\b.{0,300}",
    r".{0,40}\b(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscription).{0,120}",
    r".{0,40}forward (?:this (?:e-?mail|newsletter)|to a friend).{0,80}",
    r"was this (?:e-?mail|newsletter) forwarded to you.{0,120}",
    # de
    r".{0,60}\bim (?:web)?browser (?:ansehen|öffnen|anzeigen|lesen|betrachten).{0,60}",
    r"(?:zur )?(?:web|online)(?:version|-?ansicht).{0,60}",
    r".{0,80}\b(?:abbestellen|abmelden|austragen)\b.{0,120}",
    r"sie (?:erhalten|bekommen) diese[nrs]? (?:e-?mail|newsletter|nachricht)\b.{0,300}",
    # fr
    r".{0,60}\b(?:voir|lire|afficher|consulter|ouvrir)\b.{0,40}\bnavigateur.{0,40}",
    r".{0,80}\b(?:désabonner|désinscrire|désinscription|désabonnement)\b.{0,120}",
    r"vous recevez (?:cet|ce) .{0,300}",
    # es
    r".{0,60}\b(?:ver|abrir|leer)\b.{0,40}\bnavegador.{0,40}",
    r".{0,80}\b(?:darse de baja|cancelar (?:la |tu |su )?suscripción)\b.{0,120}",
    r"(?:has recibido|recibes|usted recibe|recibe usted) este .{0,300}",
)
FRAME = re.compile(rf"^[\W_]*(?:{'|'.join(FRAMES)})$", re.IGNORECASE)


def drop_mailing(paragraphs: list[str]) -> list[str]:
    """The paragraphs of the letter itself, in order, without the frame of the mailing and long links between words."""
    bare = [" ".join(LINK.sub(" ", paragraph).split()) for paragraph in paragraphs]
    kept = [paragraph for paragraph in bare if paragraph]
    last = len(kept) - LONGEST_FOOT
    return [paragraph for at, paragraph in enumerate(kept) if LONGEST_HEAD <= at < last or not _is_frame(paragraph)]


def _is_frame(paragraph: str) -> bool:
    return len(paragraph) <= LONGEST_LINE and FRAME.match(paragraph) is not None
