"""Patterns of attempts to misuse the assistant: data for `assistant.misuse`."""

from __future__ import annotations

import re
from typing import Final


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


_ASKED: Final = (
    r"(?:^|[,:.] ?|\b(?:ja|sitten|nyt|and|och|please|kiltti|hei|hi|hej|moi|ok|okei|now|"
    r"just|vain|vaan|"
    r"can you|could you|will you|would you|i want you to|i need you to|help me|kan du|"
    r"voitko(?: sinä| sä)?|voisitko(?: sinä| sä)?|voitsä|voisiks(?: sä)?|voiksä|osaatko) )"
)
_FOR_ME: Final = (
    r"(?: (?:minulle|mulle|mun|minun|me|my|mig|mitt|mina|for me|puolestani|an?|the|en|ett|"
)
_FOR_ME_MORE: Final = r"lyhyt|pitkä|hauska|python|some|short|long|yksi|yhden|tämän|tää|this|kort))*"
_GAP: Final = r"(?: \S+){0,4} "
_INSTRUCTIONS: Final = (
    r"(?:ohje\w*|sään\w+|käsky\w*|rajoit\w*|instructions?|rules?|guidelines?|prompts?|programming|"
    r"instruktion\w*|regler\w*)"
)
_PRODUCT: Final = (
    r"(?:runo\w*|esse\w*|koodi\w*|tarina\w*|novelli\w*|laulu\w*|vitsi\w*|vitsejä|skripti\w*|"
    r"räppi\w*|haiku\w*|satu|sadun|python-\w+|ohjelman pätkä\w*|funktio\w*|aineeni|esitelmä\w*|"
    r"poems?|essays?|code|story|stories|songs?|jokes?|scripts?|functions?|haikus?|lyrics|"
    r"dikt\w*|uppsats\w*|kod|sång\w*|skämt\w*|berättelse\w*|saga)"
)

PATTERNS: Final = (
    (
        "role_change",
        _any(
            rf"\b(?:unohda|ohita|sivuuta|hylkää|älä (?:noudata|"
            rf"välitä)){_GAP}?(?:\S* ?){_INSTRUCTIONS}",
            rf"\b(?:ignore|disregard|forget|override|bypass|drop){_GAP}?(?:\S* ?){_INSTRUCTIONS}",
            rf"\b(?:ignorera|glöm|strunta i|bortse från){_GAP}?(?:\S* ?){_INSTRUCTIONS}",
            rf"{_ASKED}(?:sinä |sä )?(?:olet|oot) nyt (?!työ|jo\b|auk)\w+",
            r"\byou are now\b|\bfrom now on,? you\b|\bdu är nu\b|\bfrån och med nu är du\b",
            rf"{_ASKED}(?:esitä|leiki|näyttele|teeskentele|kuvittele) (?:olevasi|että (?:olet|oot)|"
            r"\w+(?:a|ä|ta|tä)$)",
            rf"{_ASKED}(?:act|behave|respond|answer|talk) (?:as|like) (?:an?|the|my|if)\b",
            r"\bpretend (?:to be|that you|you)\b|\broleplay\b|\bjailbreak\b|\bdeveloper mode\b",
            r"\b(?:agera som|låtsas (?:att du|vara)|spela rollen)\b",
            r"\b(?:vaihda|muuta) (?:roolisi|roolias|persoonasi|persoonaasi|tehtäväsi)\b",
            rf"{_ASKED}(?:vastaa|puhu|käyttäydy) kuin (?:olisit|\w+)\b",
            r"\b(?:kehittäjätila|kehittäjätilaan)\b|\bDo Anything Now\b",
        ),
    ),
    (
        "prompt_leak",
        _any(
            r"\bjärjestelmäkeho\w+|\bsystem ?-?prompt\w*|\bsysteemipromp\w+|\bsystemmeddelande\w*",
            r"\b(?:kehotteesi|kehotettasi|promptisi|promptiasi|promptis)\b",
            r"\b(?:näytä|kerro|tulosta|toista|paljasta|anna|listaa|mikä on|mitkä ovat|mitä|"
            r"kopioi)\b"
            r".{0,40}\b(?:ohjeesi|ohjeitasi|ohjeistuksesi|ohjeistustasi|sisäiset ohjee\w+|"
            r"piilotetut ohjee\w+|ohjeita sinulle|ohjeet sinulle|sääntösi|"
            r"sinulle annetut ohjee\w+)",
            r"\b(?:show|print|reveal|repeat|what (?:is|are)|tell me|give me|list|output|"
            r"share)\b.{0,40}"
            r"\byour (?:\w+ )?(?:prompt|instructions?|rules|configuration|guidelines)\b",
            r"\b(?:repeat|print) (?:everything|the (?:text|words)) above\b",
            r"\bwhat (?:were|are) you (?:told|instructed)\b",
            r"\b(?:visa|skriv ut|avslöja|berätta|vad är|vilka är|upprepa)\b.{0,30}"
            r"\b(?:dina (?:\w+ )?(?:instruktioner|regler)|din (?:\w+ )?prompt)\b",
        ),
    ),
    (
        "invented_quote",
        _any(
            r"\b(?:keksi|sepitä|tekaise|väärennä)\b.{0,30}\b(?:lainau\w+|sitaat\w+|läh(?:de|teen|"
            r"teitä)|"
            r"viit(?:e|teen|teitä|taus)|tilasto\w*|kohta|tutkimu\w+)",
            r"\b(?:sano|väitä|kirjoita|vastaa|kerro),? että (?:\S+ ){0,4}(?:suunnitelma|lähtee|"
            r"asiakirja|"
            r"strategia|raporti)\w*(?: \S+)? (?:luke|lue|sano|väite|mainit|kirjoit)\w*",
            r"\b(?:sano|väitä|kirjoita),? että (?:\S+ ){0,2}lukee (?:\S+ ){0,2}(?:suunnitelma|"
            r"asiakirja)",
            r"\b(?:make up|invent|fabricate|fake)\b.{0,30}\b(?:quot\w+|citation\w*|source\w*|"
            r"reference\w*|statistic\w*)",
            r"\b(?:say|claim|write|pretend) that the (?:plan|document|source|strategy) says\b",
            r"\b(?:hitta på|fabricera)\b.{0,30}\b(?:citat\w*|källa|källor|referens\w*)",
            r"\b(?:säg|påstå|skriv) att (?:det står i )?planen\b",
        ),
    ),
    (
        "personal_data_of_others",
        _any(
            r"\b(?:listaa|anna|näytä|list|show|lista)\b.{0,40}\b(?:asiakkai\w+|oppilai\w+|"
            r"opiskelijoi\w+|hakijoi\w+|työttömi\w+|clients'?|students'?|applicants'?|elevernas|"
            r"klienternas)\b.{0,30}\b(?:nimet|henkilötunnu\w+|osoitte\w+|tiedot|puhelinnumerot|"
            r"names|"
            r"numbers|addresses|data|namn|personnummer)\b",
        ),
    ),
    (
        "off_task",
        _any(
            rf"{_ASKED}(?:kirjoita|kirjota|kirjottaa|kirjoittaa|tee|tehdä|laadi|laatia|keksi|keksiä|"
            rf""
            rf"kerro|kertoa|runoile|sävellä|sanoita|koodaa|ohjelmoi){_FOR_ME}{_FOR_ME_MORE} "
            rf"(?:\S+ ){{0,2}}{_PRODUCT}\b",
            rf"{_ASKED}(?:write|make|compose|create|generate|tell){_FOR_ME}{_FOR_ME_MORE} "
            rf"(?:\S+ ){{0,2}}{_PRODUCT}\b",
            rf"{_ASKED}(?:skriv|skriva|gör|berätta|dikta){_FOR_ME}{_FOR_ME_MORE} "
            rf"(?:\S+ ){{0,2}}{_PRODUCT}\b",
            rf"{_ASKED}(?:koodaa|ohjelmoi|runoile|sävellä|program|koda|rappaa)\b(?! tai)",
            rf"{_ASKED}(?:käännä|kääntää|suomenna)\b.{{0,60}}\b(?:englanniksi|suomeksi|ruotsiksi|"
            r"venäjäksi|saksaksi|espanjaksi|ranskaksi|arabiaksi|kielelle|teksti|lause|seuraava)",
            rf"{_ASKED}(?:translate|översätt\w*)\b",
            rf"{_ASKED}(?:tee|tehdä|ratkaise|ratkaista|do|solve|finish|gör|göra|lös)\b.{{0,25}}"
            r"\b(?:läks\w+|kotitehtäv\w+|yhtälö\w*|matikan\w*|laskut?|matematiikan|homework|"
            r"equation|"
            r"assignment|exam|läxor\w*|läxa\w*|tentti\w*|hemuppgift\w*|ekvation\w*|"
            r"koulutehtäv\w+|math)",
            rf"{_ASKED}(?:laske|calculate|räkna)\b.{{0,20}}\d+ ?[-+*/x^] ?\d+",
            rf"{_ASKED}(?:anna|kerro|give me|ge mig)\b.{{0,20}}\b(?:resepti\w*|recipe\w*|recept\w*|"
            r"horoskoop\w+|horoscope)",
        ),
    ),
)

REQUEST: Final = _any(
    r"\b(?:anna|kerro|etsi|hae|näytä|selvitä|paljasta|haluan|tarvitsen|tarviin|löydätkö|saanko|"
    r"voitko|mikä|mitkä|mitä|missä|paljonko|onko|kuka|sano)\b",
    r"\b(?:give|tell|find|show|look up|what|what's|where|need|want|get)\b",
    r"\b(?:ge|berätta|hitta|visa|vad|var|vilket|behöver)\b",
)
DATA_ALWAYS_PRIVATE: Final = _any(
    r"\b(?:henkilötunnu\w+|hetu\w*|sotu\w*|kotiosoit\w+|tilinumero\w*|syntymäai\w+|salasana\w*|"
    r"terveystie\w+|potilastie\w+|palkkatie\w+|asuu|diagnoosi\w*|sairau\w+)\b",
    r"\b(?:social security number|personal identity code|home address|bank account|password|"
    r"date of birth|medical records?|lives?)\b",
    r"\b(?:personnummer|personbeteckning|hemadress|bor|kontonummer|lösenord)\b",
)
DATA_OF_PERSONS: Final = _any(
    r"\b(?:puhelinnumero\w*|puhelin|puh|numero\w*|sähköposti\w*|osoite\w*|yhteystie\w+|tiedot|"
    r"henkilötie\w+|palkka\w*)\b",
    r"\b(?:phone number|number|email|e-mail|address|contact details|salary|personal data)\b",
    r"\b(?:telefonnummer|nummer|adress|e-post\w*|kontaktuppgifter|lön)\b",
)
PERSONS: Final = _any(
    r"\b(?:naapurini|naapurin|exäni|exän|eksäni|eksän|poikaystäväni|tyttöystäväni|työkaverini|"
    r"työkaverin|kaverini|kaverin|ystäväni|ystävän|opettajani|opettajan|esimieheni|pomoni|pomon|"
    r"asiakkaan|asiakkaani|oppilaan|opiskelijan|hakijan|luokkakaverini|luokkakaverin|"
    r"entisen puolisoni|puolisoni|"
    r"vaimoni|mieheni|siskoni|veljeni|toisen (?:ihmisen|henkilön|hakijan|asiakkaan))\b",
    r"\bmy (?:neighbou?r|ex|boss|colleague|teacher|friend|boyfriend|girlfriend|classmate)(?:'s)?\b",
    r"\b(?:another|other) (?:applicant|client|student|person)(?:'s)?\b",
    r"\bmin (?:granne|chef|kollega|lärare|vän|pojkvän|flickvän)s?\b|\bmitt ex\b",
)
PROFESSIONALS: Final = _any(
    r"\b(?:opo|opon|\w*ohjaaja\w*|rehtori\w*|projektipäällikö\w*|päällikö\w*|asiantuntija\w*|"
    r"valmentaja\w*|yhteyshenkilö\w*|koordinaattori\w*|\w*hoitaja\w*|\w*psykologi\w*|"
    r"\w*kuraattori\w*|"
    r"johtaja\w*|counsellor\w*|coordinator\w*|manager|studiehandledare\w*|vägledare\w*)\b",
)
OWN: Final = _any(
    r"\b(?:oma|oman|omaa|omat|minun|mun|numeroni|osoitteeni|hetuni|henkilötunnukseni|tilinumeroni|"
    r"syntymäaikani|sähköpostini|puhelinnumeroni)\b(?! (?:naapur|pomo|ex|eks|opettaj|kaver|"
    r"työkaver|"
    r"ystäv|poikaystäv|asiakka))",
    r"\b(?:my own|my (?:phone|email|address|number|social|personal)|min egen|mitt eget)\b",
)
QUESTION: Final = _any(
    r"\?",
    r"\b(?:mistä|missä|mihin|miten|mikä|mitä|milloin|kuka|kenelle|kuinka|paljonko|mitkä|onko|saako|"
    r"saanko|voiko|voinko|pitääkö|löytyykö|haluan|haluaisin|tarvitsen|tarviin|etsin|neuvo|ohjaa)\b",
    r"\b(?:where|how|what|when|who|which|can i|is there|are there|i need|looking for|i want to)\b",
    r"\b(?:var|hur|vad|när|vem|vilken|vilka|finns|kan jag|jag behöver|jag söker|jag vill)\b",
)
