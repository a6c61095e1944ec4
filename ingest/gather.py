"""Descriptions and the plan's entries brought together: one record a service or project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.domain import Entry, Passage, Service, Statement
from assistant.errors import CorpusError
from ingest.entries import short_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.services import Description


def gather_services(
    descriptions: Sequence[Description],
    statements: Mapping[str, tuple[Statement, ...]],
    groups: Sequence[tuple[Entry, ...]],
    prefix: str = "",
) -> tuple[Service, ...]:
    """Make one record for each description, and for each project that only the plan tells of.

    Args:
        descriptions: The descriptions.
        statements: Their sentences with what they rest on, by the id of the service.
        groups: The plan's entries; each group is one project.
        prefix: What the ids of projects that only the plan tells of begin with.

    Raises:
        CorpusError: A description claims an entry that doesn't exist, or a part of a project.
    """
    claims = _claims(descriptions)
    entries_of: dict[str, list[Entry]] = {}
    unclaimed: list[Service] = []
    for group in groups:
        owners = {
            owner for entry in group if (owner := claims.pop_owner(entry.name.value)) is not None
        }
        if len(owners) > 1:
            names = ", ".join(sorted(owners))
            raise CorpusError(
                "services",
                None,
                f"{group[0].name.value!r} is one project, but {names} describe parts of it; "
                "keep its plan_entries in one file",
            )
        if owners:
            entries_of.setdefault(owners.pop(), []).extend(group)
        else:
            unclaimed.append(_from_entries(group, prefix))
    claims.refuse_unused()
    described = [
        _from_description(d, statements[d.form.id], tuple(entries_of.get(d.form.id, ())))
        for d in descriptions
    ]
    return (*described, *unclaimed)


class _Claims:
    """Which description tells of which bold name."""

    def __init__(self) -> None:
        self.owner: dict[str, tuple[Description, int]] = {}
        self.used: set[str] = set()

    def pop_owner(self, name: str) -> str | None:
        """The id of the description that tells of a name."""
        key = _bare(name)
        self.used.add(key)
        return self.owner[key][0].form.id if key in self.owner else None

    def refuse_unused(self) -> None:
        """Refuse a claim of a name that the plan doesn't print."""
        for name, (d, number) in self.owner.items():
            if name not in self.used:
                reason = "the plan has no bold entry of this name"
                raise d.yaml.error(("plan_entries", number), reason)


def _claims(descriptions: Sequence[Description]) -> _Claims:
    claims = _Claims()
    for d in descriptions:
        for number, name in enumerate(d.form.plan_entries):
            if _bare(name) in claims.owner:
                other = claims.owner[_bare(name)][0].path
                raise d.yaml.error(("plan_entries", number), f"{other} has this entry too")
            claims.owner[_bare(name)] = (d, number)
    return claims


def _bare(name: str) -> str:
    return name.strip(" .,")


def _from_description(
    d: Description, statements: tuple[Statement, ...], entries: tuple[Entry, ...]
) -> Service:
    form = d.form
    states = [entry.state.value for entry in entries if entry.state]
    return Service(
        id=form.id,
        name=form.name,
        kind=form.kind,
        aliases=tuple(form.aliases),
        names=_names((form.name, *form.aliases), entries),
        providers=tuple(form.providers),
        funders=tuple(form.funders),
        municipalities=tuple(form.municipalities),
        area=form.area,
        target_groups=tuple(form.target_groups),
        topics=tuple(form.topics),
        languages=tuple(form.languages),
        cost=form.cost,
        channels={k: v for k, v in form.channels.model_dump().items() if v},
        valid_from=form.valid_from,
        valid_to=form.valid_to,
        periods=tuple(period for entry in entries for period in entry.periods),
        state=states[0] if states else None,
        statements=statements,
        entries=entries,
        may_go_on=form.after_end == "unknown",
        next_ids=tuple(form.next),
        confidence=form.confidence,
        checked_on=d.source.checked_on,
        asked_as=d.asked_as,
    )


def _from_entries(entries: tuple[Entry, ...], prefix: str) -> Service:
    """A record for a project that only the plan tells of."""
    name = short_name(entries[0].name.value)
    periods = tuple(period for entry in entries for period in entry.periods)
    starts = [period.valid_from for period in periods if period.valid_from]
    ends = [period.valid_to for period in periods if period.valid_to]
    places = dict.fromkeys(m for entry in entries for m in entry.municipalities)
    states = [entry.state.value for entry in entries if entry.state]
    letters = "".join(c if c.isalnum() and c.isascii() else "-" for c in _folded(name))
    return Service(
        id=prefix + "-".join(part for part in letters.split("-") if part),
        name=name,
        kind="project",
        aliases=tuple(dict.fromkeys(_bare(entry.name.value) for entry in entries)),
        names=_names((name,), entries),
        providers=tuple(dict.fromkeys(o.value for e in entries for o in e.organisers)),
        funders=tuple(dict.fromkeys(f.value for e in entries for f in e.funders)),
        municipalities=tuple(places),
        valid_from=min(starts, default=None),
        valid_to=max(ends, default=None),
        periods=periods,
        state=states[0] if states else None,
        entries=entries,
        confidence="low",
    )


def _names(given: Iterable[str], entries: Iterable[Entry]) -> tuple[str, ...]:
    printed = [name for e in entries for name in (_bare(e.name.value), short_name(e.name.value))]
    return tuple(dict.fromkeys((*given, *printed)))


def _folded(name: str) -> str:
    return name.casefold().translate(str.maketrans("äöå", "aoa"))


def link_services(services: Iterable[Service], passages: Sequence[Passage]) -> tuple[Service, ...]:
    """Services with the passages that tell of them: entries, own body, then what they rest on."""
    linked = []
    for service in services:
        ids = dict.fromkeys(entry.passage_id for entry in service.entries)
        ids |= dict.fromkeys(p.id for p in passages if p.source_id == service.source_id)
        for statement in service.statements:
            for basis in statement.basis:
                ids |= dict.fromkeys(
                    p.id
                    for p in passages
                    if basis.start is not None
                    and basis.end is not None
                    and p.source_id == basis.source_id
                    and p.start < basis.end
                    and basis.start < p.end
                )
        linked.append(replace(service, passage_ids=tuple(ids)))
    return tuple(linked)


def odd_things(services: Iterable[Service]) -> Iterable[str]:
    """What of the records holds but looks odd, a line each."""
    for service in services:
        for period in service.periods:
            if period.problem and period.printed:
                yield f"{service.name}: {period.printed.value}: {period.problem}"
        ends = dict.fromkeys(p.valid_to for p in service.periods if p.valid_to)
        if len(ends) > 1:
            days = ", ".join(day.isoformat() for day in ends)
            yield f"{service.name}: the plan prints {len(ends)} end dates: {days}"
        if service.entries and not ends and not service.state:
            yield f"{service.name}: the plan prints no end date"
        if not service.statements:
            yield f"{service.name}: no description in corpus/services"
