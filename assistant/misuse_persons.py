"""How people ask for what is nobody's business but another's: where they live, what they get."""

from __future__ import annotations

from typing import Final

from assistant.misuse_words import any_of

_STRANGER: Final = (
    r"(?:(?:naapuri|exä|eksä|entise|entinen (?:mie|vaimo|puoliso)|luokkakaver|luokkalai|työkaver|"
    r"vuokralai|vuokranantaj|kurssilai|toinen hakija|toisen hakijan)\w*|"
    r"(?:pomo|esimie|opettaja|tuttu|tuttava)\w*ni)"
)
"""Those for whom nobody asks on their behalf; of one's family it's asked to get help."""
_PRIVATE: Final = (
    r"(?:tukea|\w*tuen|etuu\w+|\w*rahaa|kelasta|työt(?:ön|töm)\w*|työnhakijaksi|kirjoilla|velkaa|"
    r"tienaa|palkka\w*|\w*rekisteri\w*|avioero\w*|diagnoosi\w*|arvosan\w+|some\S*til\w+|osoit\w+|"
    r"tilinumero\w*|kotinumero\w*|asuu|töissä|karenssi\w*|lasta|päihde\w*|masen\w+|hakenu\w*|"
    r"jättäny\w* koulu\w*|käy koulua)"
)
_YOU: Final = r"(?:sinulle|sulle|sinulta|sulta|tänne|täällä)"
_ABROAD_STRANGER: Final = (
    r"(?:my (?:ex\S*|neighbou?r\S*|boss|classmate|tenant|landlord|colleague)|"
    r"min (?:granne|chef|exman|exfru|kollega)|mitt ex|"
    r"(?:мой|моя|моей|моего) (?:сосед\w*|бывш\w+)|(?:мій|моя|моєї|мого) (?:сусід\w*|колишн\w+))"
)
_ABROAD_PRIVATE: Final = (
    r"(?:unemployed|benefits?|works?\b|live[sd]?|diagnosis|grades?|debts?|applied|earns?|"
    r"social security number|arbetslös|bidrag|jobbar|bor|lön|"
    r"пособи\w+|жив[её]т|работает|безработн\w+|номер\w*|"
    r"допомог\w+|живе|працює|безробітн\w+|адрес\w+)"
)
OF_REGISTERS: Final = any_of(
    r"\b(?:asiakasrekisteri\w*|asiakastiedo\w+|nimilist\w+|client register|"
    r"customer database)\b",
)
"""What holds one's own data too, for which anybody may ask."""
OF_OTHERS: Final = any_of(
    rf"\b(?:onko|saako|asuuko|paljonko|kuinka paljon|montako|tarkista|selvitä|katso\w*|etsi|"
    rf"minkä|mikä|mitä|missä|kerro|anna)\b.{{0,25}}\b{_STRANGER}(?: \S+){{0,3}} {_PRIVATE}\b",
    rf"\b{_STRANGER} {_PRIVATE}\?*$",
    rf"\b(?:is|does|has|where|what|är|får|var|vad)\b.{{0,12}}\b{_ABROAD_STRANGER}.{{0,30}}\b"
    rf"{_ABROAD_PRIVATE}\b",
    rf"\b{_ABROAD_PRIVATE} (?:ли )?{_ABROAD_STRANGER}",
    rf"\bчи {_ABROAD_PRIVATE} {_ABROAD_STRANGER}|^(?:var|где|де) {_ABROAD_PRIVATE} "
    rf"(?:{_ABROAD_STRANGER}|(?-i:[A-ZÅÄÖА-ЯІЇЄ]\w+ [A-ZÅÄÖА-ЯІЇЄ]\w+))",
    rf"\b(?:mitä|kenen kanssa|montako kertaa)\b.{{0,30}}\b(?:kirjoitti|kirjoittanu\w*|kertoi|"
    rf"kertonu\w*|jutteli|juttelu|jutellu\w*|kysyi|kysyny\w*|sanoi|sanonu\w*|käyttäny\w*)\b.{{0,12}}"
    rf"\b{_YOU}\b",
    r"\bedelli(?:nen|sen|seltä) (?:käyttäjä|kysyjä|asiakka)\w*",
    r"\b(?:förra|tidigare|andra) användar\w+|\bhar andra skrivit till dig\b",
    r"\bwhat (?:did|has) my \w+ (?:write|written|said?|say|tell|told) (?:to )?you\b",
    r"\bother people'?s? (?:chats|messages|questions)\b",
    r"\bдругие пользователи\b|\bписал\w* тебе\b|\bінші користувачі\b|\bписа\w+ тобі\b",
    OF_REGISTERS.pattern,
    r"\b(?:kurssilais|osallistuj|asiakka|opiskelijoi|hakijoi)\w*\b.{0,25}\b(?:sähköpostit|nimet|"
    r"osoitteet|henkilötunnukset)\b|\bketkä\b.{0,60}\bnimet\b",
    r"\b(?:olevien|karenssilla olevat|jotka (?:ovat|on) karenssilla)\b.{0,20}"
    r"\b(?:nimet|lista)\b",
    r"\blistaa\b.{0,20}\bjotka\b.{0,20}\bkarenssi\w*",
    r"\bnames? (?:of|list of) (?:the |all )*participants\b|\bnames please\b",
    r"\bnamnen på (?:alla )?deltagar\w+|\blista på (?:kurs)?deltagar\w+",
    r"\b(?:имена|імена) участник\w+|\bімена учасник\w+",
    r"\bkenen (?:numero|puhelinnumero)\b|\bkuka (?:asuu|omistaa)\b.{0,25}\d|"
    r"\bwho (?:lives at|owns) this\b",
    r"\b(?:yhden|jonkun) (?:tyypin|toisen|ihmisen) (?:henkilötunnu|osoit|puhelinnumer)\w+",
)
"""Questions about another, whoever is named in them."""
