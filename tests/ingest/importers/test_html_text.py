from __future__ import annotations

import pytest
from samples import PLAN_HTML

from ingest.importers.blocks import Block
from ingest.importers.html_text import has_markup, plain_text, read_page


def seen(body: str, head: str = "") -> str:
    blocks, _, _ = read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode())
    return " ".join(block.text for block in blocks)


def test_a_page_gives_its_headings_paragraphs_lists_and_rows():
    blocks, told, notes = read_page(PLAN_HTML.encode())

    assert blocks == [
        Block("Kainuun ohjaussuunnitelma 2025–2029", level=1),
        Block("Suunnitelma kokoaa maakunnan ohjauksen tavoitteet."),
        Block("Nykytila", level=2),
        Block("Kajaanin Ohjaamo palvelee alle 30-vuotiaita keskustassa."),
        Block("Ohjausta saa myös etänä:"),
        Block("puhelimella arkisin", item=True),
        Block("chatissa iltaisin", item=True),
        Block("myös ruotsiksi", item=True, depth=1),
        Block("Kehittämiskohteet", level=2),
        Block("Sotkamo", level=3),
        Block("Sotkamoon perustetaan liikkuva neuvontapiste vuonna 2026."),
        Block("Kunta | Piste", item=True),
        Block("Kuhmo | kirjasto", item=True),
    ]
    assert told == {
        "title": "Kainuun ohjaussuunnitelma 2025–2029",
        "language": "fi",
        "date": "2025-03-14",
    }
    assert notes == ["2 hidden elements were left out"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">salainen</p>',
        '<p style="DISPLAY : NONE">salainen</p>',
        '<p style="visibility: hidden">salainen</p>',
        '<p style="opacity:0">salainen</p>',
        '<p style="font-size:0px">salainen</p>',
        '<p style="color:#fff">salainen</p>',
        '<p style="color: rgb(255, 255, 255)">salainen</p>',
        '<p style="color:rgba(0,0,0,0)">salainen</p>',
        '<p style="color:#0af;background-color:#0AF">salainen</p>',
        '<p style="position:absolute;left:-9999px">salainen</p>',
        '<p style="clip:rect(0,0,0,0)">salainen</p>',
        '<div style="height:0;overflow:hidden">salainen</div>',
        "<p hidden>salainen</p>",
        '<div aria-hidden="true"><p>salainen</p></div>',
        '<font color="white">salainen</font>',
        "<script>salainen</script>",
        "<noscript>salainen</noscript>",
        "<template>salainen</template>",
        "<!-- salainen -->",
        "<style>salainen</style>",
        '<iframe srcdoc="salainen">salainen</iframe>',
        "<svg><text>salainen</text></svg>",
        "<textarea>salainen</textarea>",
        "<![CDATA[ salainen ]]>",
    ],
)
def test_what_is_hidden_from_people_is_not_read(hidden):
    assert seen(f"<p>näkyvä</p>{hidden}<p>toinen</p>") == "näkyvä toinen"


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="color:white;background:#036">lause</p>',
        '<p style="opacity:0.8">lause</p>',
        '<p style="line-height:0.9;font-size:0.9em">lause</p>',
        '<p style="border-left:0">lause</p>',
        '<p aria-hidden="false">lause</p>',
        "<details><summary>lause</summary></details>",
    ],
)
def test_what_people_see_is_read(shown):
    assert seen(shown) == "lause"


def test_rules_of_the_page_s_own_style_sheet_hide_too():
    head = "<style>.a, #b > i {display: none} .c{color:red}</style>"
    body = '<p class="a">x</p><p id="b">näkyvä<i>x</i></p><p class="c">punainen</p>'

    assert seen(body, head) == "näkyvä punainen"


def test_only_the_main_content_is_read_and_words_stay_apart():
    body = "<header>ylä</header><nav>valikko</nav><p>a<br>b</p><div>c<div>d</div>e</div>"

    assert seen(body + "<footer>ala</footer>") == "a b c d e"


def test_a_page_nested_as_deep_as_it_likes_is_read():
    assert seen("<div>" * 2000 + "syvällä" + "</div>" * 2000) in {"syvällä", ""}


def test_a_field_with_markup_becomes_plain_text():
    text, hidden = plain_text("<p>Neuvomme.</p><ul><li>A</li></ul><p hidden>x</p>&auml;iti")

    assert text == "Neuvomme.\n- A\näiti"
    assert hidden


@pytest.mark.parametrize(
    ("text", "is_markup"),
    [("<b>a</b>", True), ("a &amp; b", True), ("a < b ja c > d", False), ("R&D; kehitys", False)],
)
def test_markup_is_told_from_ordinary_signs(text, is_markup):
    assert has_markup(text) is is_markup
