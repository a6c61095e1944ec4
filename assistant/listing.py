"""Whether a message asks for all of something, told by words in the plural."""

from __future__ import annotations

import re

from assistant.themes import worded_theme

LISTED = re.compile(
    r"\b(?:mitä|mitkä|missä|(?:millais|minkälais)(?:ia|issa|et))\s+(?:[\w-]+\s+){0,2}"
    r"(?:hankkei(?:ta|t|ssa)|hankkeet|projekte(?:ja|issa)|projektit|verkosto(?:ja|t|issa)"
    r"|palvelu(?:ja|ita|t|issa)|kehittämiskoht(?:eita|eet)|vahvuu(?:ksia|det)|tavoitte(?:ita|et)"
    r"|ilmiö(?:itä|t)|haaste(?:ita|et)|toimenpite(?:itä|et)|käytän(?:töjä|nöt))\b"
    r"|\b(?:minkä|mihin|mistä)\s+(?:[\w-]+\s+){0,2}(?:hankkei|projektei|verkostoi)"
    r"(?:den|hin|sta|siin)\b"
    r"|\bnimeä(?:isitkö|tkö)?\b"
    r"|\bmitkä\s+(?:\w+\s+)?(?:kaksi|kolme|neljä|viisi|kuusi|seitsemän|\d{1,2})\b"
    r"|\bmitä\s+(?:kaksi|kolme|neljä|viisi|kuusi|seitsemän|\d{1,2})\s+\w+[aä]\b",
    re.IGNORECASE,
)
"""All of something, with words of which between: *mitä suunnitelman hankkeita*."""

PROJECTS = re.compile(
    r"\b[\w-]*(?:hankke(?:et|i(?:ta|ssa|sta|siin))|projekt(?:it|eja|ei(?:ssa|sta|hin)))\b"
    r"|\bprojects\b|\bprojekten\b|\bпроекты\b",
    re.IGNORECASE,
)
"""Projects, several. *Hankkeiden* mostly tells whose something else is."""

ONE_PROJECT = re.compile(
    r"\b[\w-]*(?:hanke|hanketta|hankke(?:en|essa|esta|eseen|ella|elle|etta|elta|een|eksi)"
    r"|projekti(?:n|a|ssa|sta|in|lla|lle|lta)?)\b",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"\b(?:miten|mite|mitenkä|miksi|kuinka|millä tava\w+|milloin|millon|kuka|ketkä|keitä|paljonko"
    r"|how|why|who|when|hur|varför|vem|när|как|почему|кто|когда)\b",
    re.IGNORECASE,
)
"""What asks something else of projects than which they are."""


HOW_GOOD = re.compile(
    r"\b(?:mikä|mitä|missä)\b[^.?!]*\b(?:hyvää|vahvaa|kunnossa|toimivaa|mallikasta|onnistunutta"
    r"|hyvin|mallikkaasti|esimerkillistä|ansiokasta)\b",
    re.IGNORECASE,
)
HOW_BAD = re.compile(
    r"\b(?:mikä|mitä|missä)\b[^.?!]*\b(?:huonoa|vialla|pielessä|heikkoa|puutteellista|hankalaa"
    r"|vaikeaa|huonosti|heikosti|kesken|retuperällä)\b",
    re.IGNORECASE,
)
OF_REGION = re.compile(
    r"\b(?:alueella|alueellamme|maakunnassa|maakunnan|seudulla|pohjanmaalla|pohjanmaan|suunnitelma\w*"
    r"|teema\w*|osio\w*)\b",
    re.IGNORECASE,
)
"""Whoever asks what's good or bad in these, or in a theme, asks of what the plan says."""


def asks_how_good(text: str) -> bool:
    """Whether a message asks what's good in the region or the plan."""
    return bool(HOW_GOOD.search(text)) and _is_of_plan(text)


def asks_how_bad(text: str) -> bool:
    """Whether a message asks what's bad in the region or the plan."""
    return bool(HOW_BAD.search(text)) and _is_of_plan(text)


def _is_of_plan(text: str) -> bool:
    return bool(OF_REGION.search(text)) or worded_theme(text) is not None


def asks_for_listed(text: str) -> bool:
    """Whether a message asks which ones there are: *mitä verkostoja*, *nimeä hankkeet*."""
    return bool(LISTED.search(text))


def tells_of_projects(text: str) -> bool:
    """Whether a message speaks of several projects and asks nothing else but which they are.

    *Vuonna 2024 alkaneet hankkeet* has no word that asks, and is a question all the same.
    """
    return bool(PROJECTS.search(text)) and not OF_THEM.search(text)


def means_one_project(text: str) -> bool:
    """Whether a Finnish message speaks of one project only, of which something is asked."""
    return bool(ONE_PROJECT.search(text)) and not PROJECTS.search(text)
