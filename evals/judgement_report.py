"""What was judged of a run, as a section of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from evals.agreement import agreements, share_supported
from evals.jsonl import as_json
from evals.judging import VALUES, digest_of, judgements_of
from evals.markdown import table, table_row

if TYPE_CHECKING:
    from evals.judging import Judgement
    from evals.rundir import RunDirectory
    from evals.wording import Words

WORDS = {
    "fi": {
        "title": "Ihmisten arviot", "aspect": "mitä arvioitiin", "units": "arvioituja",
        "supported": "lause pitää paikkansa lähteen mukaan", "useful": "vastauksesta on hyötyä",
        "plain": "vastaus on selkeä", "yes": "kyllä", "partly": "osittain", "no": "ei",
        "none": "ei väitä mitään", "share": "kyllä-osuus", "alpha": "Krippendorffin alfa",
        "pairs": "Kaksi arvioijaa kerrallaan", "judges": "arvioijat", "n": "yhteisiä",
        "same": "samoin arvioituja", "kappa": "Cohenin kappa", "model": "kielimalli",
        "model_title": "Kielimallin arviot", "other": "arviota koskee muita vastauksia",
    },
    "en": {
        "title": "Judgements of people", "aspect": "what was judged", "units": "judged",
        "supported": "the source supports the sentence", "useful": "the answer is useful",
        "plain": "the answer is plain", "yes": "yes", "partly": "partly", "no": "no",
        "none": "claims nothing", "share": "share of yes", "alpha": "Krippendorff's alpha",
        "pairs": "Two judges at a time", "judges": "judges", "n": "in common",
        "same": "judged alike", "kappa": "Cohen's kappa", "model": "language model",
        "model_title": "Judgements of a language model", "other": "judgements are of other answers",
    },
}  # fmt: skip


def of_this_run(directory: RunDirectory) -> tuple[list[Judgement], int]:
    """The judgements in a run's directory that are of its answers, and how many aren't.

    Judgements of cases of ``test`` count too: only sums are shown.

    Raises:
        CaseError: A file of judgements doesn't hold.
    """
    digests = {
        case: digest_of(str((response.answer or {}).get("text") or ""))
        for case, response in directory.responses().items()
    }
    judged = judgements_of(directory.path)
    kept = [one for one in judged if digests.get(one.case) == one.digest]
    return kept, len(judged) - len(kept)


def as_object(directory: RunDirectory) -> list[dict[str, Any]]:
    """What was judged, as an object that JSON can hold; nothing when nothing was.

    Raises:
        CaseError: A file of judgements doesn't hold.
    """
    kept, _ = of_this_run(directory)
    found: list[dict[str, Any]] = as_json(agreements(kept))
    return found


def sections(directory: RunDirectory, words: Words) -> list[Markup]:
    """The section of a report in HTML; none when nothing was judged.

    Raises:
        CaseError: A file of judgements doesn't hold.
    """
    kept, others = of_this_run(directory)
    found, w = agreements(kept), WORDS[words.language]
    if not found:
        return []
    rows, models, pairs = Markup(), Markup(), Markup()
    for one in found:
        what = w[one.aspect]
        alpha = words.number(one.alpha, 2)
        if one.counts:
            share = share_supported(one)
            told = "–" if share is None else f"{round(100 * share)} %"
            counts = [one.counts.get(value, 0) for value in VALUES]
            rows += _row(what, *counts, told, alpha)
        if one.model_counts:
            models += _row(what, *(one.model_counts.get(value, 0) for value in VALUES))
        for pair in one.pairs:
            judges, same = " – ".join(pair.judges), f"{round(100 * pair.same)} %"
            pairs += _row(what, judges, pair.n, same, words.number(pair.kappa, 2))
    values = [w[value] for value in VALUES]
    made = Markup('<section aria-labelledby="judged"><h2 id="judged">{}</h2>').format(w["title"])
    if rows:
        made += _table(w["title"], [w["aspect"], *values, w["share"], w["alpha"]], rows)
    if models:
        made += Markup("<h3>{}</h3>").format(w["model_title"])
        made += _table(w["model_title"], [w["aspect"], *values], models)
    if pairs:
        made += Markup("<h3>{}</h3>").format(w["pairs"])
        heads = [w["aspect"], w["judges"], w["n"], w["same"], w["kappa"]]
        made += _table(w["pairs"], heads, pairs)
    if others:
        made += Markup('<p class="note">{} {}.</p>').format(others, w["other"])
    return [made + Markup("</section>")]


def markdown(directory: RunDirectory, words: Words) -> list[str]:
    """The section of a report in Markdown, line by line; none when nothing was judged.

    Raises:
        CaseError: A file of judgements doesn't hold.
    """
    kept, others = of_this_run(directory)
    found, w = agreements(kept), WORDS[words.language]
    if not found:
        return []
    heads = [w["aspect"], *(w[value] for value in VALUES), w["share"], w["alpha"]]
    lines = ["", f"## {w['title']}", "", *table(heads)]
    for one in found:
        share = share_supported(one)
        told = "–" if share is None else f"{round(100 * share)} %"
        counts = [str(one.counts.get(value, 0)) for value in VALUES]
        lines.append(table_row([w[one.aspect], *counts, told, words.number(one.alpha)]))
    if modelled := [one for one in found if one.model_counts]:
        lines += ["", f"### {w['model_title']}", "", *table(heads[:-2])]
        lines += [
            table_row([w[one.aspect], *(str(one.model_counts.get(value, 0)) for value in VALUES)])
            for one in modelled
        ]
    pairs = [(one, pair) for one in found for pair in one.pairs]
    if pairs:
        lines += ["", f"### {w['pairs']}", ""]
        lines += table([w["aspect"], w["judges"], w["n"], w["same"], w["kappa"]])
    for one, pair in pairs:
        judges = " – ".join(judge.replace("|", "/") for judge in pair.judges)
        cells = [w[one.aspect], judges, str(pair.n), f"{round(100 * pair.same)} %"]
        lines.append(table_row([*cells, words.number(pair.kappa)]))
    return [*lines, "", f"{others} {w['other']}."] if others else lines


def _row(head: str, *cells: object) -> Markup:
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        head, Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    )


def _table(label: str, heads: list[str], rows: Markup) -> Markup:
    cells = Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads)
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table><thead><tr>{}</tr>'
        "</thead><tbody>{}</tbody></table></div>"
    ).format(escape(label), cells, rows)
