"""Which services a question for a fact is about: those it names, else the best found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.dialogue import Aspect
from assistant.domain import KIND_ORGANISATION, KIND_PROJECT, PassageKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Service

MOST_SERVICES = 2
NEAR = 0.6
"""Share of the best score that a project needs to be what's asked of."""

OF_PROJECTS = frozenset({Aspect.FUNDER, Aspect.WHEN})
DIFFERENCE = frozenset({"ero", "erota", "vs", "verrata", "eroavaisuus"})
"""Words that ask how two services differ, of which one may be named by an everyday word."""


def of_its_project(context: Context) -> Context:
    """The same question, naming the project that it asks of rather than who runs it."""
    if not (project := _project_of_named(context)):
        return context
    return replace(context, question=replace(context.question, named=(project,)))


def asked_of(context: Context) -> tuple[str, ...]:
    """The services that are asked of: those named, else the best found."""
    question = context.question
    if DIFFERENCE & {form for word in question.words for form in word}:
        return tuple(dict.fromkeys((*question.named, *question.nearly_named)))[:MOST_SERVICES]
    if question.named and not _asks_of_a_part(context):
        return _without_runners(context, question.named)[:MOST_SERVICES]
    return tuple(service.id for service in _found(context)[:1])


def _project_of_named(context: Context) -> str | None:
    """The project of a service that's named, where its project is asked of.

    *Caritaksen hanke* is what Caritas runs: of several the one that fits the question best.
    """
    question = context.question
    if len(question.named) != 1 or PassageKind.PROJECT not in question.sections:
        return None
    named = context.corpus.service_by_id[question.named[0]]
    if named.kind == KIND_PROJECT:
        return None
    if named.kind == KIND_ORGANISATION and not question.lists:
        projects = projects_of(context, named)
        rank = {hit.service_id: n for n, hit in enumerate(context.found.kept)}
        projects.sort(key=lambda one: rank.get(one.id, len(rank)))
        if projects and (len(projects) == 1 or projects[0].id in rank):
            return projects[0].id
    if not named.entries and not question.lists:
        # What's named tells only where or what the project is about, which is called *a project*.
        top = context.found.kept[0].score if context.found.kept else 0.0
        near = [hit for hit in context.found.kept if hit.service_id and hit.score >= NEAR * top]
        projects = [one for one in map(context.service, near) if one.kind == KIND_PROJECT]
        asked = set(question.municipalities)
        here = [one for one in projects if asked.intersection(one.municipalities)]
        if here or projects:
            return (here or projects)[0].id
    best = context.found.kept[0].service_id if context.found.kept else None
    if best is None or (project := context.corpus.service_by_id[best]).kind != KIND_PROJECT:
        return None
    names = [name.casefold() for name in project.names]
    bears = any(own.casefold() in name for own in named.names for name in names)
    return project.id if bears else None


def _without_runners(context: Context, named: tuple[str, ...]) -> tuple[str, ...]:
    """Of what's named not the organisations whose project is named too: *Brahen TOIMI-hanke*."""
    services = [context.corpus.service_by_id[one] for one in named]
    projects = {one.id for one in services if one.kind == KIND_PROJECT}
    kept = [
        service.id
        for service in services
        if service.kind != KIND_ORGANISATION
        or projects.isdisjoint(one.id for one in projects_of(context, service))
    ]
    return tuple(kept) if projects else named


def projects_of(context: Context, organisation: Service) -> list[Service]:
    """The projects in which an organisation that has a record of its own has a part."""
    keys = {
        key
        for name in organisation.names
        for key in context.organisations.find(context.tokens(name))
    }
    ids = {one for key in keys for one in context.organisations.organised_by(key)}
    return [
        service
        for service in context.corpus.services
        if service.kind == KIND_PROJECT and service.id in ids
    ]


def _asks_of_a_part(context: Context) -> bool:
    """Whether an organisation is named for a project of its, and not for itself."""
    question = context.question
    own = {question.named[0]} if len(question.named) == 1 else set()
    return bool(own and question.organisations and _found(context)) and bool(
        OF_PROJECTS.intersection(question.aspects)
    )


def _found(context: Context) -> list[Service]:
    """The services found: projects first where a project or an organisation's part is asked of."""
    question = context.question
    hits = [hit for hit in context.found.kept if hit.service_id]
    services = [context.service(hit) for hit in hits]
    parts = [context.organisations.services_of(name) for name in question.organisations]
    projects = [
        service
        for service, hit in zip(services, hits, strict=True)
        if service.kind == KIND_PROJECT
        and hit.score >= NEAR * hits[0].score
        and all(service.id in part for part in parts)
    ]
    if question.organisations and question.named:
        return projects
    return projects if projects and PassageKind.PROJECT in question.sections else services
