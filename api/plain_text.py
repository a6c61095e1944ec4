"""An answer as one text, for clients that show only text: contacts and sources at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from api.schemas import AnswerOut, CitationOut, ServiceCardOut

_HEADINGS = {
    "fi": ("Palvelut", "Lähteet"),
    "sv": ("Tjänster", "Källor"),
    "en": ("Services", "Sources"),
    "ru": ("Услуги", "Источники"),
    "uk": ("Послуги", "Джерела"),
}
_MARKER = re.compile(r"\[(\d{1,3})\]")
_CONTACTS = ("phone", "email", "url")
_LONGEST_QUOTE = 160
# What comes after the answer itself, also as a client sends it back in a conversation.
_TAIL = re.compile(
    r"\n\n(?:{services}):\n- [\s\S]*$|\n\n(?:{sources}):\n- \[\d[\s\S]*$".format(
        services="|".join(services for services, _ in _HEADINGS.values()),
        sources="|".join(sources for _, sources in _HEADINGS.values()),
    )
)


def whole_text(answer: AnswerOut, base_url: str) -> str:
    """Return an answer's text, then how to reach its services, then its sources.

    Args:
        answer: The answer.
        base_url: Address of this server, to link to the places that are quoted.
    """
    services, sources = _HEADINGS.get(answer.language, _HEADINGS["fi"])
    parts = [answer.text]
    contacts = [_contact(card) for card in answer.services if card.status != "ended"]
    if any(contacts):
        parts.append(f"{services}:\n" + "\n".join(line for line in contacts if line))
    cited = [_source(citation, base_url) for citation in marked(answer)]
    if cited:
        parts.append(f"{sources}:\n" + "\n".join(cited))
    return "\n\n".join(parts)


def without_tail(text: str) -> str:
    """Return the answer's own text, as it was before contacts and sources were put after it."""
    return _TAIL.sub("", text)


def marked(answer: AnswerOut) -> list[CitationOut]:
    """Return the citations whose markers stand in the text."""
    numbers = {int(match[1]) for match in _MARKER.finditer(answer.text)}
    return [citation for citation in answer.citations if citation.n in numbers]


def place_url(citation: CitationOut, base_url: str) -> str:
    """Return the address of a quote's place on the page of its source."""
    place = urlencode({"start": citation.start, "end": citation.end})
    source = quote(citation.source_id, safe="/")
    return f"{base_url.rstrip('/')}/lahteet/{source}?{place}#kohta"


def _contact(card: ServiceCardOut) -> str:
    ways = [card.channels[kind] for kind in _CONTACTS if kind in card.channels]
    return f"- {card.name} ({card.status_text}): {', '.join(ways)}" if ways else ""


def _source(citation: CitationOut, base_url: str) -> str:
    quoted = " ".join(citation.quote.split())
    if len(quoted) > _LONGEST_QUOTE:
        quoted = quoted[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    parts = dict.fromkeys((citation.title, citation.locator))
    return f"- [{citation.n}] {': '.join(parts)}. ”{quoted}” {place_url(citation, base_url)}"
