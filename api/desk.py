"""The counsellor's desk: the table and its search, one service, the client's note, the exports."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from markupsafe import Markup
from starlette.datastructures import QueryParams

from api import answer_view, export, referral, service_page, timeline, wording
from api.desk_filters import DESK, SORTS, TABLE, TIMELINE, Filters, read_filters
from api.desk_search import search
from api.desk_view import AREA_LABELS, Row, Shelf, Shown, show
from api.problems import NOT_FOUND, ProblemError, invalid
from api.protocol import Assistant
from api.reception import Reception, reception_of, today
from api.schemas import ServiceCardOut
from api.templating import templates
from assistant.dialogue import ServiceCard
from assistant.validity import end_dates

router = APIRouter(include_in_schema=False)
ReceptionParam = Annotated[Reception, Depends(reception_of)]
# What a counsellor searched for is on the page: no shared cache is to keep it.
PRIVATE = {"Cache-Control": "private, no-cache"}
CSV_LABELS = {
    "id": "Tunnus",
    "name": "Nimi",
    "kind": "Laji",
    "status": "Tila",
    "status_text": "Tila sanoin",
    "valid_from": "Alkaa",
    "valid_to": "Päättyy",
    "municipalities": "Kunnat",
    "area": "Alue",
    "target_groups": "Kohderyhmät",
    "topics": "Aiheet",
    "providers": "Järjestäjät",
    "funders": "Rahoittajat",
    "languages": "Kielet",
    "cost": "Hinta",
    "url": "Verkossa",
    "phone": "Puhelin",
    "email": "Sähköposti",
    "visit": "Käynti",
    "other": "Muuten",
    "description": "Kuvaus",
    "corpus": "Aineisto",
}
CSV_WORDS = {
    "status": wording.STATUS_LABELS,
    "kind": wording.KIND_LABELS,
    "area": AREA_LABELS,
    "languages": wording.LANGUAGE_LABELS,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk as an address asks for it.

    Attributes:
        shelf: The terms of the facets.
        filters: What is picked, without what can't be read.
        faults: What couldn't be read, in sentences.
        day: The day on which validity is judged.
        rows: Every service.
        shown: What fits.
    """

    shelf: Shelf
    filters: Filters
    faults: tuple[str, ...]
    day: date
    rows: tuple[Row, ...]
    shown: Shown

    @property
    def cards(self) -> dict[str, ServiceCard]:
        """Every service as it is on the day, by id."""
        return {row.card.id: row.card for row in self.rows}

    @property
    def chosen(self) -> tuple[ServiceCard, ...]:
        """The services chosen for a client's note."""
        cards = self.cards
        return tuple(cards[id_] for id_ in self.filters.chosen)

    @property
    def told(self) -> str:
        """How many there are, for a screen reader and the eye alike."""
        count = len(self.shown.rows)
        if count == 0:
            return "Ei yhtään palvelua"
        return "1 palvelu" if count == 1 else f"{count} palvelua"


def lay_out(assistant: Assistant, given: QueryParams) -> Desk:
    """Lay the desk out for an address's parameters."""
    shelf = Shelf(assistant.corpus)
    filters, faults = read_filters(given, shelf.terms(), assistant.corpus.service_by_id)
    day = filters.day or today()
    if filters.day == today():
        filters = replace(filters, day=None)
    rows = shelf.rows(assistant.service_cards(as_of=day))
    matches = search(assistant, filters.query, day) if filters.query else None
    shown = show(rows, shelf.labels, filters, matches)
    if filters.page > shown.pages:
        filters = replace(filters, page=1)
    return Desk(shelf, filters, faults, day, tuple(rows), shown)


async def _desk(request: Request, reception: Reception) -> Desk:
    assistant = await reception.assistant()
    desk = await reception.gate.run(lay_out, assistant, request.query_params)
    request.state.facts.update(services=len(desk.shown.rows), searched=bool(desk.filters.query))
    return desk


def _context(desk: Desk) -> dict[str, Any]:
    picture = None
    if desk.filters.view == TIMELINE:
        picture = timeline.draw(desk.shown.rows, desk.day)
    return {
        "desk": desk,
        "filters": desk.filters,
        "rows": desk.shown.page(desk.filters.page),
        "picture": picture,
        "sorts": SORTS,
        "TABLE": TABLE,
        "TIMELINE": TIMELINE,
        "DESK": DESK,
        "wording": wording,
    }


@router.get(DESK)
async def table(request: Request, reception: ReceptionParam) -> Response:
    """Show the table or the picture of what runs when."""
    context = _context(await _desk(request, reception))
    return templates.TemplateResponse(request, "desk.html", context, headers=PRIVATE)


@router.get(f"{DESK}/haku")
async def search_as_typed(request: Request, reception: ReceptionParam) -> Response:
    """Give the part of the page that changes while a search is typed, and its address."""
    desk = await _desk(request, reception)
    html = templates.get_template("_desk_body.html").render(_context(desk))
    body = {
        "total": len(desk.shown.rows),
        "told": desk.told,
        "address": desk.filters.address(),
        "html": html,
    }
    return JSONResponse(body, headers=PRIVATE)


@router.get(f"{DESK}/vie.csv")
async def as_csv(request: Request, reception: ReceptionParam) -> Response:
    """Give the narrowed table as CSV, in words and with what Finnish spreadsheets expect."""
    desk = await _whole(request, reception)
    cards = [row.card for row in desk.shown.rows]
    text = export.services_csv(cards, labels=CSV_LABELS, words=CSV_WORDS, delimiter=";")
    return _file(export.BYTE_ORDER_MARK + text, export.MEDIA_TYPE, desk, "csv")


@router.get(f"{DESK}/vie.json")
async def as_json(request: Request, reception: ReceptionParam) -> Response:
    """Give the narrowed table as JSON, in the API's own shape of a service."""
    desk = await _whole(request, reception)
    items = [ServiceCardOut.model_validate(row.card) for row in desk.shown.rows]
    body = {
        "as_of": desk.day.isoformat(),
        "query": desk.filters.query,
        "filters": {name: list(terms) for name, terms in desk.filters.picked.items()},
        "total": len(items),
        "items": [item.model_dump(mode="json") for item in items],
    }
    text = json.dumps(body, ensure_ascii=False, indent=1)
    return _file(text, "application/json", desk, "json")


async def _whole(request: Request, reception: Reception) -> Desk:
    """The desk for a file: there nobody would see that a filter was left out, so it's refused."""
    desk = await _desk(request, reception)
    if desk.faults:
        raise invalid("query", f"some filters aren't known; open {DESK} to see which")
    return desk


def _file(text: str, media_type: str, desk: Desk, ending: str) -> Response:
    name = f"palvelut-{desk.day.isoformat()}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **PRIVATE}
    return Response(text, media_type=media_type, headers=headers)


@router.get(f"{DESK}/muistilappu")
async def client_note(request: Request, reception: ReceptionParam) -> Response:
    """Show the note of the chosen services for a client."""
    desk = await _desk(request, reception)
    homes = desk.filters.picked.get("kunta", ())
    note = referral.write_note(
        desk.filters.chosen,
        desk.cards,
        desk.shelf.corpus.service_by_id,
        desk.day,
        homes[0] if len(homes) == 1 else None,
    )
    context = {**_context(desk), "note": note, "text": referral.as_text(note)}
    context["no_contact"] = referral.no_contact
    return templates.TemplateResponse(request, "referral.html", context, headers=PRIVATE)


@router.get(f"{DESK}/{{service_id}}")
async def one_service(request: Request, reception: ReceptionParam, service_id: str) -> Response:
    """Show one service with all that it rests on."""
    desk = await _desk(request, reception)
    row = next((row for row in desk.rows if row.card.id == service_id), None)
    if row is None:
        raise ProblemError(NOT_FOUND, "No service has this id.")
    corpus, service, cards = desk.shelf.corpus, row.service, desk.cards
    description = corpus.source_by_id.get(service.source_id)
    context = {
        **_context(desk),
        "row": row,
        "card": row.card,
        "service": service,
        "themes": [desk.shelf.labels["teema"][term] for term in sorted(row.terms["teema"])],
        "conflicts": service_page.conflicts(service),
        "pages": service_page.pages(service),
        "entries": service_page.printed_entries(service, corpus.passage_by_id),
        "next": [cards[id_] for id_ in service.next_ids if id_ in cards],
        "instead": service_page.living_instead(service, cards, corpus.service_by_id),
        "picture": timeline.draw([row], desk.day),
        "description": description,
        "confidence": service_page.CONFIDENCE_LABELS,
        "area_labels": AREA_LABELS,
        "source_titles": {source.id: source.title for source in corpus.sources},
    }
    return templates.TemplateResponse(request, "service.html", context, headers=PRIVATE)


def status_badge(card: ServiceCard, day: date) -> Markup:
    """Return a service's status on a day as a badge, its word always written out."""
    state = answer_view.badge(card.status, card.valid_to, day)
    label = wording.STATUS_LABELS.get(state, state)
    return Markup('<span class="state status-{}"><span class="badge">{}</span></span>').format(
        state, label
    )


def until(row: Row) -> str:
    """Return until when a service runs: every end that the sources print, or nothing."""
    ends = sorted(end for end, _ in end_dates(row.service))
    return " tai ".join(wording.finnish_date(end) for end in ends)


templates.env.globals.update(status_badge=status_badge, until=until)
