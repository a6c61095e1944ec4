"""Patterns of attempts to misuse the assistant: data for `assistant.misuse`."""

from __future__ import annotations

import re
from typing import Final


def any_of(*parts: str) -> re.Pattern[str]:
    """A pattern that any of the parts matches, in capitals or not."""
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


def _in_small(*parts: str) -> re.Pattern[str]:
    """A pattern that any of the parts matches in a text of small letters: twice as fast."""
    return re.compile("|".join(f"(?:{part})" for part in parts))


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

_ROLE: Final = (
    r"(?:lääkäri|tohtori|psykologi|psykiatri|terapeutti|juristi|lakimie|asianajaja|tuomari|poliisi|"
    r"opettaja|pomo|kokki|pappi|poliitikko|presidentti|kansanedustaja|ministeri|tyttöystävä|"
    r"poikaystävä|kaveri|merirosvo|robotti|tekoäly|hakkeri|velho|ennustaja|runoilija|kirjailija|"
    r"koomikko|virkailija|doctor|lawyer|therapist|judge|girlfriend|boyfriend|pirate|hacker|boss)"
)
_ROLE_GAP: Final = r"(?:(?:nyt|sitten|vaikka|mun|minun|mulle|minulle|kelan|tosi|kuin|vihaista|my|an?|the|like)\b ?)*"
_FROM_NOW_ON: Final = r"(?:tästä lähtien|tästedes|tästä eteenpäin|vastedes)"
_OTHERS: Final = r"(?:muut|muiden|muitten|toiset|toisten|edelli\w+|viimei\w+)"
_ASKED_BY_OTHERS: Final = (
    r"(?:kysyi|kysyivät|kysynyt|kysyny|kysyneet|kysytty|kysytään|kysyttiin|kyseli|kyselivät|"
    r"kysellyt|kyselleet|esitetty|juteltu|kerrottu muista)"
)
_DOCUMENT: Final = (
    r"(?:\w*hakemu\w*|cv\w*|ansioluettelo\w*|\w*kirje|\w*kirjeen|\w*runo\w*|aine|aineen|sähköposti\w*|"
    r"sql-\w+|tiivistelmä\w*|gradu\w*|opinnäyte\w*|väitöskirja\w*|\w*postau\w*|ruokalista\w*|"
    r"treeniohjelma\w*|biisi\w*|puhe|puheen|kaunokirjalli\w+)"
)

PATTERNS: Final = (
    (
        "smuggling",
        _in_small(
            r"<\s*/?\s*(?:script|img|iframe|form|svg|object|embed|style|link|meta|a|b|div)\b[^>]*>",
            r"!?\[[^\]]*\]\(\s*(?:https?:|www\.|//)",
            r"\{\{.*\}\}|\$\{\w+\}",
            r"\bjavascript:|\bonerror\s*=|\bonclick\s*=",
            r"\b(?:lisää|liitä|upota|add|append|include|insert|lägg till|добавь)\b.{0,40}"
            r"(?:https?://|\bwww\.)",
        ),
    ),
    (
        "role_change",
        _in_small(
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
            r"\b(?:kehittäjätila|kehittäjätilaan)\b|\bdo anything now\b",
        ),
    ),
    (
        "prompt_leak",
        _in_small(
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
        _in_small(
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
        _in_small(
            r"\b(?:listaa|anna|näytä|list|show|lista)\b.{0,40}\b(?:asiakkai\w+|oppilai\w+|"
            r"opiskelijoi\w+|hakijoi\w+|työttömi\w+|clients'?|students'?|applicants'?|elevernas|"
            r"klienternas)\b.{0,30}\b(?:nimet|henkilötunnu\w+|osoitte\w+|tiedot|puhelinnumerot|"
            r"names|"
            r"numbers|addresses|data|namn|personnummer)\b",
        ),
    ),
    (
        "off_task",
        _in_small(
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
    (
        "role_change",
        _in_small(
            rf"{_ASKED}(?:sinä |sä )?(?:ole|olet|oot|leiki|esitä|esiinny|toimi|näyttele) {_ROLE_GAP}"
            rf"{_ROLE}\w*",
            rf"{_ASKED}(?:be|play|become) {_ROLE_GAP}{_ROLE}",
            rf"\b{_FROM_NOW_ON}\b.{{0,15}}\b(?:olet|oot|et|vastaat|puhut|toimit|sinä|sä)\b",
            rf"\b(?:olet|oot) {_FROM_NOW_ON}\b",
            r"\b(?:sun|sinun) (?:tehtävä\w*|rooli\w*) on nyt\b",
            rf"{_ASKED}(?:leiki|näyttele|esiinny|piirrä itsesi) \w+",
            r"\b(?:vaihda|muuta) (?:persoonaa|roolia|luonnetta)\b",
            r"(?<!älä )\bunohda\b.{0,20}\b(?:(?:ohjaus|neuvonta)\w*\b|että (?:olet|oot)|"
            r"mitä (?:sinulle|sulle)|roolisi|tehtäväsi)",
            r"\b(?:ohita|poista|sammuta|kytke)\b.{0,20}\b(?:suodat\w+|suodattim\w+|rajoitu\w+|"
            r"rajoitte\w+|esto(?:si|t)|turvallisuus\w+)\b",
            r"\b(?:aktivoi|siirry|mene|käynnistä|avaa)\b.{0,15}\b(?:ylläpitäj\w+|admin\w*|"
            r"kehittäj\w+|debug\w*|root)\b",
            r"\b(?:olen|oon) (?:sinun |sun )?(?:kehittäjäs\w*|ylläpitäjäs\w*|luojas\w*)\b",
            r"^(?:järjestelmäviesti|järjestelmä|systeemi|system(?: message)?|admin) ?:",
            r"\b(?:sinulla|sulla) ei (?:ole|oo) (?:enää |mitään )*(?:sääntö\w*|rajoitu\w*|rajoitte\w*)",
            r"\bet (?:saa )?kieltäydy\b",
            rf"{_ASKED}(?:vastaa|sano|kirjoita|puhu) (?:minulle |mulle )?(?:vain|vaan|pelkästään|"
            rf"ainoastaan|pelkillä)\b(?! (?:lyhye|suome|ruots|engl|venä|selko|selke|se |mistä|mihin))",
            rf"{_ASKED}(?:toista|sano) (?:minun |mun )?perässä\b",
            r"\b(?:repeat after me|upprepa efter mig)\b",
            rf"{_ASKED}(?:answer|reply|respond|say) (?:only|just)\b(?! (?:in|briefly))",
            rf"{_ASKED}svara (?:bara|endast)\b(?! (?:på|kort))",
            r"\b(?:forget|disregard) (?:everything|that you|all (?:you|of))\b",
            r"\bplay the role\b|\bsimulate (?:an?|the)\b",
            r"\b(?:enter|enable|activate|switch to)\b.{0,12}\b(?:admin|developer|debug|god|root)\b",
            r"\b(?:bypass|disable|turn off|remove)\b.{0,15}\b(?:filters?|safety|restrictions?)\b",
            r"\bi am your (?:developer|creator|administrator|admin|maker)\b",
            r"\b(?:забудь|игнорируй)\b.{0,30}\b(?:инструкци\w+|правила)",
            r"\b(?:представь,? что ты|притворись|ты теперь)\b",
        ),
    ),
    (
        "prompt_leak",
        _in_small(
            r"\b(?:mitkä|mikä|mitä|näytä|kerro|anna|paljasta)\b.{0,25}\b(?:sun|sinun) (?:\w+ )?"
            r"(?:ohjeet|ohjeistus\w*|säännöt|prompti\w*|lähdekoodi\w*)\b",
            r"\b(?:sinulle|sulle) on (?:ohjeistettu|käsketty|syötetty|annettu ohje\w+)\b",
            r"\b(?:sut|sinut|sua|sinua) on (?:ohjelmoitu|koodattu|ohjeistettu|promptattu)\b",
            rf"{_ASKED}(?:tulosta|toista|kopioi)\b.{{0,20}}\b(?:yllä|edelli\w+|alusta)\b",
            r"\bprompti\w*\b.{0,12}\b(?:sut|sinut|sua|sinua)\b",
            r"\bapi[- ]?(?:avai\w+|keys?|nyckel\w*)\b|\bympäristömuuttuj\w+|"
            r"\benvironment variables?\b",
            r"\b(?:palvelimesi|your server|din server)\b",
            r"\bwhat (?:is|are|were|was)\b.{0,10}\byour (?:\w+ ){0,2}(?:prompt|instructions?|rules)\b",
            r"\bсистемн\w+ (?:промпт|инструкци)\w*",
        ),
    ),
    (
        "invented_quote",
        _in_small(
            rf"{_ASKED}(?:väitä|vakuuta|uskottele|sano|kirjoita),? että (?!mi|ku|mo|ke)",
            rf"{_ASKED}kerro,? että (?:\S+ ){{0,3}}(?:luva\w+|jatku\w+|maksa\w+)\b",
            rf"{_ASKED}(?:tee|laadi|luo|kirjoita)\b.{{0,15}}\b(?:väärennet\w+|väärennös\w*|"
            r"tekaist\w+|valheelli\w+)",
            rf"{_ASKED}(?:muuta|muokkaa)\b.{{0,20}}\b(?:lainau\w+|sitaat\w+)",
            rf"{_ASKED}(?:say|claim|state|write) that\b",
            rf"{_ASKED}(?:säg|påstå|skriv) att\b",
        ),
    ),
    (
        "personal_data_of_others",
        _in_small(
            rf"\b{_ASKED_BY_OTHERS}\b.{{0,30}}\b(?:sinulta|sulta|sinulle|sulle)\b",
            rf"\b(?:sinulta|sulta|sinulle|sulle)\b.{{0,20}}\b{_ASKED_BY_OTHERS}\b",
            rf"\b{_OTHERS} käyttäj\w+.{{0,40}}\b(?:kysy|kesku|viest|haku|haut|tied)\w*",
            rf"{_ASKED}(?:näytä|paljasta|listaa|kerro|anna)\b.{{0,20}}\b{_OTHERS}\b.{{0,20}}"
            r"\b(?:keskustelu\w*|viesti\w*|kysymyk\w*)",
            r"\blokitie\w+\b|\bkuka muu\b.{0,20}\bkäyttän\w+ (?:tätä|sinua|sua)\b",
            r"\b(?:other|previous|last|another) (?:users?\b|people\b.{0,15}\byou\b|person\b.{0,15}"
            r"\byou\b)",
            r"\b(?:conversations|chats|messages|questions) (?:of|from|by) (?:other|the previous)\b",
            r"\bwho else (?:has |is )?(?:used|using|asked)\b|\b(?:show|print)\b.{0,15}\blogs\b",
            r"\bandra(?: användare| människor)? frågat\b|\bandras (?:samtal|frågor|meddelanden)\b",
            r"\bдруги[ех] (?:пользовател\w+|люди|людей)\b.{0,20}\b(?:спр|пис)\w*",
            r"\b(?:спр\w+|писал\w*)\b.{0,15}\bдругие (?:пользователи|люди)\b",
            r"\b(?:listaa|anna|näytä|kerro)\b.{0,20}\b(?:työttöm(?:ät|ien|istä)|asiakka(?:at|iden)|"
            r"oppila(?:at|iden)|opiskelij(?:at|oiden)|hakij(?:at|oiden))\b.{0,30}\b(?:nimineen|nimet|"
            r"sähköpost\w+|osoit\w+|numerot)\b",
            r"\bketkä (?:ovat|on) (?:hakeneet|hakenu\w*|käyneet|käyny\w*)\b",
            r"\bnames of (?:all |the )*(?:clients|students|applicants|unemployed)\b",
            r"\bnamnen på (?:alla |de )*(?:arbetslösa|klienter\w*|elever\w*|studerande|sökande)\b",
        ),
    ),
    (
        "off_task",
        _in_small(
            rf"{_ASKED}(?:kirjoita|kirjota|kirjottaa|kirjoittaa|tee|tehdä|laadi|laatia|luo)"
            rf"{_FOR_ME}{_FOR_ME_MORE} (?:\S+ ){{0,2}}{_DOCUMENT}\b",
            rf"{_ASKED}(?:write|make|draft|compose|create) (?:\S+ ){{0,3}}(?:letter|application|cv|"
            r"resume|résumé|e-?mail|thesis|post)\b",
            rf"{_ASKED}(?:skriv|skriva|gör) (?:\S+ ){{0,2}}(?:ansökan|brev\w*|cv|e-post\w*|"
            r"avhandling\w*)\b",
            rf"{_ASKED}(?:piirrä|sanoita|hauku|haukkua|pilkkaa|solvaa)\b",
            rf"{_ASKED}(?:heitä|berätta) (?:\S+ )?(?:läppä\w*|vits\w*|en vits)\b",
            rf"{_ASKED}suunnittele\b.{{0,20}}\b\w*(?:matka|loma|häät|juhl|treeni|ruoka|menu)\w*",
            rf"{_ASKED}(?:kirjaudu|ilmoittaudu|soita|lähetä|varaa|tilaa|täytä|maksa|osta|hae)\b"
            r".{0,30}\b(?:puolestani|(?:mun|minun) puolesta\w*)\b",
            rf"{_ASKED}lähetä (?:\S+ )?(?:viesti|sähköposti|tekstari|tekstiviesti)\b",
            rf"{_ASKED}(?:ole|puhu|vastaa) (?:\S+ )?(?:rasisti\w*|ilkeä\w*|törkeä\w*)",
            r"\b(?:miten|kuinka|neuvo)\b.{0,25}\b(?:pommin?|huijaan|huijata|huijaisin|hakkeroin|"
            r"hakkeroida|väärennän|väärentää|väärentäisin)\b",
            r"\b(?:saa|saan|saisin|ostaa|ostan|hankin|hankkia) (?:\w+ )?huumeita\b",
            r"\bhow (?:can|do|could|to) (?:i )?(?:forge|fake|hack|scam|make a bomb)\b",
            r"\bнапиши\b.{0,25}\b(?:стих\w*|сочинени\w+|код|рассказ\w*|за меня)",
        ),
    ),
)

REQUEST: Final = any_of(
    r"\b(?:anna|kerro|etsi|hae|näytä|selvitä|paljasta|haluan|tarvitsen|tarviin|löydätkö|saanko|"
    r"voitko|mikä|mitkä|mitä|missä|paljonko|onko|kuka|sano|saako|asuuko|tarkista|haluaisin)\b",
    r"\b(?:does|give|tell|find|show|look up|what|what's|where|need|want|get)\b",
    r"\b(?:ge|berätta|hitta|visa|vad|var|vilket|behöver)\b",
)
DATA_ALWAYS_PRIVATE: Final = any_of(
    r"\b(?:henkilötunnu\w+|hetu\w*|sotu\w*|kotiosoit\w+|tilinumero\w*|syntymäai\w+|salasana\w*|"
    r"terveystie\w+|potilastie\w+|palkkatie\w+|asuu|diagnoosi\w*|sairau\w+)\b",
    r"\b(?:social security number|personal identity code|home address|bank account|password|"
    r"date of birth|medical records?|lives|does \w+(?: \w+)? live)\b",
    r"\b(?:personnummer|personbeteckning|hemadress|bor|kontonummer|lösenord)\b",
)
DATA_OF_NAMED: Final = any_of(
    r"\b(?:tienaa|ansaitsee|työtön|työttömänä|lomautettu|asiakkaana|lääkkeitä|velkaa|asuuko|"
    r"töissä|rikosrekisteri\w*|\w+rahaa|työkokeilussa|\w*kuntoutuksessa|opiskelupaikan)\b",
    r"\b(?:earns?|unemployed|salary|benefits|works)\b|\b(?:tjänar|arbetslös|jobbar)\b",
)
"""What is asked of somebody by name; of a relative it's told to get help."""
DATA_OF_PERSONS: Final = any_of(
    r"\b(?:puhelinnumero\w*|puhelin|puh|numero\w*|sähköposti\w*|osoite\w*|yhteystie\w+|tiedot|"
    r"henkilötie\w+|palkka\w*)\b",
    r"\b(?:phone number|number|email|e-mail|address|contact details|salary|personal data)\b",
    r"\b(?:telefonnummer|nummer|adress|e-post\w*|kontaktuppgifter|lön)\b",
)
PERSONS: Final = any_of(
    r"\b(?:naapurini|naapurin|exäni|exän|eksäni|eksän|poikaystäväni|tyttöystäväni|työkaverini|"
    r"työkaverin|kaverini|kaverin|ystäväni|ystävän|opettajani|opettajan|esimieheni|pomoni|pomon|"
    r"asiakkaan|asiakkaani|oppilaan|opiskelijan|hakijan|luokkakaverini|luokkakaverin|"
    r"entisen puolisoni|puolisoni|"
    r"vaimoni|mieheni|siskoni|veljeni|toisen (?:ihmisen|henkilön|hakijan|asiakkaan))\b",
    r"\bmy (?:neighbou?r|ex|boss|colleague|teacher|friend|boyfriend|girlfriend|classmate)(?:'s)?\b",
    r"\b(?:another|other) (?:applicant|client|student|person)(?:'s)?\b",
    r"\bmin (?:granne|chef|kollega|lärare|vän|pojkvän|flickvän)s?\b|\bmitt ex\b",
)
PROFESSIONALS: Final = any_of(
    r"\b(?:opo|opon|\w*ohjaaja\w*|rehtori\w*|projektipäällikö\w*|päällikö\w*|asiantuntija\w*|"
    r"valmentaja\w*|yhteyshenkilö\w*|koordinaattori\w*|\w*hoitaja\w*|\w*psykologi\w*|"
    r"\w*kuraattori\w*|"
    r"johtaja\w*|counsellor\w*|coordinator\w*|manager|studiehandledare\w*|vägledare\w*)\b",
)
OWN: Final = any_of(
    r"\b(?:oma|oman|omaa|omat|omia|omien|omista|omiin|minusta|musta|minun|mun|tietoni|tietojani|numeroni|"
    r"osoitteeni|hetuni|henkilötunnukseni|tilinumeroni|"
    r"syntymäaikani|sähköpostini|puhelinnumeroni)\b(?! (?:naapur|pomo|ex|eks|opettaj|kaver|"
    r"työkaver|"
    r"ystäv|poikaystäv|asiakka))",
    r"\b(?:my own|my (?:phone|email|address|number|social|personal)|min egen|mitt eget)\b",
)
QUESTION: Final = any_of(
    r"\?",
    r"\b(?:mistä|missä|mihin|miten|mikä|mitä|milloin|kuka|kenelle|kuinka|paljonko|mitkä|onko|saako|"
    r"saanko|voiko|voinko|pitääkö|löytyykö|haluan|haluaisin|tarvitsen|tarviin|etsin|neuvo|ohjaa)\b",
    r"\b(?:where|how|what|when|who|which|can i|is there|are there|i need|looking for|i want to)\b",
    r"\b(?:var|hur|vad|när|vem|vilken|vilka|finns|kan jag|jag behöver|jag söker|jag vill)\b",
)
