"""Closed lists of Finnish words: data that the rules of spelling and analysis rest on."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(text: str) -> dict[str, str]:
    rows = (line.split(":") for line in text.strip().splitlines())
    return {spoken: written.strip() for written, forms in rows for spoken in forms.split()}


STOP_WORDS: Final = _words("""
    ja tai sekä eli että jotta koska kun jos vaikka kuin mutta vaan joko joten siis mikäli
    niin näin noin myös vielä jo nyt sitten ehkä vain juuri aivan ihan kyllä edes jopa taas aina
    ei en et emme ette eivät älä ettei ellei olla voida pitää täytyä haluta saattaa
    minä sinä hän me te he se ne tämä tuo nämä nuo itse joku jokin joka mikä kuka kumpi kukaan
    mikään jompikumpi kaikki muu moni millainen minkälainen semmoinen sellainen tällainen tuollainen
    mitä missä mistä mihin mille millä miltä miksi miten milloin kuinka kenelle kenen ketä kenet
    minne minkä mitkä onko oliko voiko saako voinko saanko pitääkö eikö enkö
    siellä sieltä sinne täällä täältä tänne tuolla tuolta tuonne siinä siitä siihen tässä tästä
    tähän jossa josta johon jolla jolta jolle jota jonka jotka joita joissa joista joihin
    kanssa mukaan ilman kautta varten vuoksi takia kohti ennen jälkeen aikana välillä kesken
    alla päällä luona luokse yli ali noin paljon hieman vähän
    hei moi moro terve moikka kiitos kiitti anteeksi tervehdys ole
    vai voi voin voit just eikä enkä etkä eivätkä tosi olen olet koskaan
    the a an of and or to in at on by is are am be do does did can could i you we my me your it this
    that for with from how where what when who which there not have has
    och att det den de som en ett jag du vi ni är har kan på för till med om inte var vad hur när
    vem vilken från eller av min mitt mina mig ska vill får finns
""")
"""Function words, question words and greetings, Swedish and English ones too."""

SPOKEN: Final = _table("""
minä: mä mää mie mnä minnoo
minun: mun miun
minulla: mulla miulla mul
minulle: mulle miulle
minua: mua miuta
minulta: miulta
sinä: sä sää sie
sinun: sun siun
sinulla: sulla siulla
sinulle: sulle siulle
me: myö
meidän: meän meiän meijän meijjän meirän meiki
teidän: teän teiän teijän teijjän teirän
hän: hään hällä hälle
niiden: niitten
ala: ala
olla: olis oon oom oot oo oisko ois oisin oonko ookko onks onk oisikko
tarvita: tarttis tarttisin tarviin tarttee tarviis tartten tarvin tarvii tartteis tartteisin tarttet tarttetaan tarttettais tarviisin tarvis tarvisin
pitää: pitäs pitäis pittää pitäskö pittääkö häätyy häätyis häätys häätyny pittäis
voida: voisko voisinks voinks voiks voisinko vois voisin voisit
ei: emmää emmä emmie etsää
haluta: haluisin haluun haluais haluaisin haluis haluu
saada: saisko saisinks saanks saaks saaha saaraan
tietää: tiiän tiiä tiiäkkö tiedäkkö tiiätkö tiiättekö tiedättekö tiijä tiijän tiijätkö
tehdä: tehä tehhä
nähdä: nähä
lähteä: lähen lähtis
mistä: mist mistäs
missä: mis missäs
mihin: mihi mihinkä mihkä minnekkä
miten: mite mitenkä mitenkäs
milloin: millo millon millonka
kenelle: kelle kellekkä kelleppä
jotkut: jokku jokkut
kuka: kekkä ketkä
tämä: tää tämmönen tämmöne tällane tällanen tämmösiä tämmöstä tämmösen
tuo: toi tommonen tommone tommosia tommosta tommosen tuommonen nuita nuihin nuissa nuista nuilla nuitten
sellainen: semmonen semmone semmosta sellanen sellane sellasta semmosia semmosen
jokin: jotaki jottain jotai jottai jottaki jotakki
johonkin: johki johonki
mitään: mittään mitää mittää
sitten: sit sitte
niin: nii niinku niinko
nyt: ny nytte
kun: ku
mutta: mut
että: ett
kanssa: kans kanss
vain: vaa
enää: ennää
itse: ite itte ittiä ittiään ittensä
paljon: palijo palijon paljo
vähän: vähä
yksi: yks yhen
kaksi: kaks kahen
kolme: kolome
neljä: nelijä
viisi: viis
kahdeksan: kaheksan kaheksa
yhdeksän: yheksän yheksä
kymmenen: kymmene
takaisin: takas
ihan: iha
vuosi: vuos
kuusi: kuus
puoli: puol
uusi: uus
metsä: mettä mehtä mettään mettäsä
poika: poijan
""")
"""Commonest spoken and northern forms, each with a written form or base form to look up.

*Ala* stands here for itself: as a form of *alkaa* nobody asks with it.
"""

ABBREVIATIONS: Final = _words("""
    esim mm ks ry oyj oy ts huom s ss klo kpl krs nk nro ns nyk em ent ekr jkr alk yht ylim vrt vv
    vt vs tri toht prof dos dr fil maist kand mrd milj tuh puh sähk toim tmi engl ruots suom ven
    viim vast oik pvm par v virk mahd st mr mrs ev lut
""")
"""Abbreviations whose full stop doesn't end the sentence (lower-case)."""

LAST_ABBREVIATIONS: Final = _words("ym yms jne jms tms")
"""Abbreviations that end a list, and so the sentence when a capital follows (lower-case)."""
