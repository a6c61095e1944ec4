"""Finnish words that tell of distress, by concept: data for `assistant.safety`.

An entry is a base form or a form as written; ``word*`` is the beginning of a written form, and
``+word`` counts as a part of a compound too. Rules speak of concepts only, so one rule holds in
every language that has words for its concepts.
"""

from __future__ import annotations

from typing import Final

FINNISH: Final = """
ME: minä minu minun mun mua minua miuta mut minut miut mulla minulla mulle minulle mä mää mie mnää
    meitä meijät meillä meiltä meidät meirät minnuu miu miun
MEP: mua minua miuta minuu minnuu mä mää mie meikää meikäläistä
SELF: itseni itteni itteäni itseäni itseltäni itteltäni itseeni itteeni ihteni ihteäni ihtiäni
    ittiäni itsen itten itsein ittein itseltä itteltä itseä itteä itsee ittee itte itse ihe ihteä
    itseäin itteäin itsenikin ittenikin itsari itselleni itelleni ittelleni itellein itsestäni
SELF3: itsensä ittensä itseään itteään itteensä itseensä itseltään ihtensä ihteään ittesä itsesä
NOT: ei ette emme älä eikä ettei ilman etten enkä en emmä emmää emmie emminä enmä
NOT1: en enkä etten emmä emmää emmie emminä enmä
MORE: enää ennää enään ennään ikinä koskaan lainkaan ollenkaan ennee
WANT: haluta haluttaa tahtoa tahdon tahon tahtosin tahtoisin toivoa toive haaveilla aikoa meinata
    suunnitella päättää ajatella miettiä harkita pohtia odottaa valmis mieli uskaltaa kaivata
    haluis haluisin haluisi haluna halun haluisinkin huvittaa kunpa oispa olisipa yrittää halu
    pyöriä ajatus kutsua helpotus houkutella suunnitelma fantasioida haluumisin tahtosi aatella
    aattelin ajattelin saisi saisinpa pystyä sais lupa mieluummin haaveksia ratkaisu pakkomielle
    vaihtoehto ulospääsy keino tarve ulostie pelastus fiilis vois voisi voisin voispa pelätä
    pitäis pitäisi pitäs
THINK: ajatella miettiä harkita pohtia suunnitella ajatus aie suunnitelma yrittää yritys aikoa
    mieli pyöriä meinata haluta hakea pelätä tehdä miten suunnittelemassa ajattelin aatella
    aattelen fundeerata tehny tehnyt teen
WISH: kunpa oispa olisipa voisinpa olisinpa oisinpa toivoa toivoisin parempi hyvä voi kumpa jospa
    mieluummin ennemmin
DIE: kuolla kualla kuola kuollat kuolema kuoleminen delata kuolis kuolisin kuolisi veivi veivin
    kuukahtaa
DEAD: kuollut kuoltu kuollu kuolleena kuollunna haudassa
DIECOND: kuolisin kuolisinpa kuolisinkin kuolsin kuolisinko
FIGDIE: nauru nauraa nälkä tylsyys tylsä jännitys jännittää häpeä hävettää nolostua väsymys
    kuumuus helle kylmä jano uteliaisuus kuollakse* kuoliaaksi kuoliaaks kuolias kateus ikävä
    stressi kiire pystyyn kuolemanväsynyt kuolemanväsyny kyllästyä paahde ihastus valita
KILL: tappaa surmata hirttää ampua hukuttaa myrkyttää tappasin tapa tapaan puukottaa murhata
    listiä
FIGKILL: aika tunnelma hyttynen hämähäkki tunti luovuus motivaatio innostus peli työ nauru
    bakteeri eläin kala rikkaruoho into kilpailu hiiri rotta koi lude itikka
SELFHARM: viillellä viiltely itsensävahingoittaminen viilly* viiltel* viiltää
HARM: viiltää satuttaa vahingoittaa polttaa leikata raapia lyödä myrkyttää satutta* vahingoitta*
SUICIDE: itsemurha itsari itsarii itsarin itsaria itsetuhoinen itsetuhoisuus itsetuho
    itsemurhayritys itsemurha-ajatus itsemurha-ajatukset itsetuho* itsemurha* itsari* ittemurha*
    itsemurh* itsmurha* ihtemurha* ittetuho* kms kuolemantoive kuolemanhalu* kuolemantoiv*
    kuolemanajat* kuolemankaip* itsensätapp*
TOPIC: ehkäisy ehkäistä ehkäisytyö koulutus hanke kurssi tilasto tutkimus tutkia tunnistaa
    kohtaaminen ohjata +työntekijä väkivaltatyö kriisityö opinnäytetyö työllistää +hanke kirja
    luento opinnäyte gradu toimintamalli ammattilainen puheeksiotto seminaari järjestö tieto aihe
    materiaali webinaari kouluttautua opiskella kiinnostunut kouluttaa projekti blogi artikkeli
    elokuva vapaaehtoinen ohjaaja toimintaohje malli asiantuntija
TAKE: ottaa riistää viedä päättää lopettaa
END: lopettaa päättää loppua lopettaminen päättyä
LIFE: elämä henki elo elämän elämäni eläminen
ENDLIFE: päivä elämä henki eläminen elo päivät
ALLTHIS: kaikki
LIVE: elää ellää elossa eläminen elämä elämistä olemassa elossaolo ela elä elästä elähä
ALIVE: elää ellää elossa eläminen elämistä ela elähä
LIVEON: korvaus työttömyyskorvaus päiväraha tuki raha palkka köyhyys toimeentulo asua asunto
    soluasunto kaupunki tulo budjetti euro velka opintotuki oulu kämppä vuorotyö työttömyys
    karanteeni soluun kanssa maalla
COPE: jaksaa kestää viitsiä pystyä pystyy kyetä jaksaminen jakaa jaksas jaksais kest* jaks* voima
    voimia voimat ansaita
REASON: syy järki tarkoitus merkitys mieli väli hyöty pointti motivaatio idea arvoinen iloa mieltä
    mielekäs toivo syytä takia vuoksi tarve maistua huvittaa kiinnostaa maistu ilo jaksu
CONTINUE: jatkaa jatkua jatkaminen eteenpäin jatkuminen
WORK: +työ +koulu +opinto +opiskelu työpaikka homma duuni virka pesti lukio amis opiskella kurssi
    ala ammatti työnhaku hakemus hakea yritys harjoittelu tentti koulutus tutkinto linja luokka
    projekti vuoro gradu opinnäyte läksy harrastus urheilu työttömyys sopimus +ala kouluttautua
    matematiikka ruotsi pääsykoe haku +haku pomo firma yrittäjä yrittäjyys cv suhde jaksottainen
    hallitus treeni keikka työtön opettaja opintoja jono sivu kone päivystää etätyö kela ryhmä
    valmennus palvelu kuntoutus kiusata lomake toimisto asiakas +palvelu lääkis valinta tiimi
MOVE: muuttaa muutto asua matkustaa vaihtaa
BETTER: hyvä parempi helppo helpompi helpottaa paremmin helpommin keveä kevyt helpomp* parem*
    parempa onnellinen onnellisempi paremmassa helpottua huoleton
WITHOUT: ilman poissa
MEOBJ: mua minua miuta minuu minnuu meikää meikäläistä mut minut miut meitä meidät meijät minulle
    mulle
WOULDBE: ois olis olisi oisi oisikaan olisikaan olisikkaan olisin oisin
BORN: syntyä syntymä syntynytkään
VANISH: kadota hävitä haihtua katoaisin häipyä
SLEEP: nukahtaa nukkua uni
WAKE: herätä heräisi heräis heräisin heränny heräsi heräämättä
NOWAKE: heräämättä heräämätä
AWAY: pois poies poijes
FINAL: lopullisesti ikuisesti ikuinen kokonaan maailma lopullinen ikuisuus pysyvästi
WORLDOUT: maailmasta elämästä
NOBODY: kukaan kuka kukkaa kukkaan ketään kettään
MISS: kaivata surra itkeä kaipaisi kaipais ikävöidä sure muistaa
NOTICE: huomata huomais huomaisi välittää välittäis
IF: jos vaikka josko joss kun ku kunhan
GONE: kadota kuolla poissa hävitä
NOTHING: mikään millään millää missään mittään mitään sama
MATTER: väli merkitys väliä merkitystä merkittää merkitse merkitä kiinnosta
GOODBYE: hyvästi hyvästit hyvästejä hyvästiksi jäähyväinen jäähyväiskirje jäähyväiset hyvästellä
LETTER: kirje kirjeet viesti jäähyväiskirje testamentti
WRITE: kirjoittaa kirjottaa kirjottanu kirjottanut kirjotin kirjoitin kirjotan jättää kirjoit*
ALL: kaikki läheinen perhe rakas omainen äiti lapsi kaikille
GIVE: antaa antanu lahjoittaa lahjottanu annoin
PAIN: kipu tuska kärsimys paha ahdistus tuskaa kärsiä sattua
STOPS: loppua loppuu loppuis loppuisi loppus lakata päättyä loppumaan
BURDEN: taakka vaiva riippakivi rasite kuormittaa haitta harmi riesa kiusa hyödytön tiellä tiel
OTHERS: muu kaikki perhe läheinen kaikille muille toinen ihminen äiti vanhempi lapsi vaimo mies
OVER: ohi pilalla loppu lopussa ohitse mennyttä
HOPE: toivo tulevaisuus huominen huomenna huomista
SEE: nähdä nää näy nähä löytää keksiä
JUMP: hypätä hyppää hypä* hyppä* kävellä ajaa astua heittäytyä kävel* loikata
HEIGHT: sillalta katolta parvekkeelta ikkunasta jyrkänteeltä kalliolta tornista rautatiesillalta
    kerroksesta partsilta
VEHICLE: juna rekka auto metro raide bussi rekkaa kiskot raiteille
UNDER: alle eteen päin raiteille raiteelle
WRIST: ranne ranteet valtimo
CUT: auki viiltää leikata vetää viillän avata vedän viilt*
ROPE: köysi hirttoköysi hirttosilmukka silmukka naru
PILLS: lääke pilleri unilääke särkylääke tabletti nappi pameja lääkepurkki unipilleri bentso
    opaatti panadol buranapaketti
TOOMANY: liika liikaa kaikki purkki valmis valmiina kerätä säästää kourallinen paketti kerralla
    yliannos paljon levy levyllinen kasa kasannut purkillinen kerännyt kasapäin ylimääräinen
    sekaisin viina alkoholi viinaa votka puolet levyn pakkauksen hirveesti hirveästi
OVERDOSE: yliannostus yliannos overi yliannost* överit
READY: valmis valmiina hankkia ostaa kaula kaulaan
HIT: lyödä hakata pahoinpidellä potkia kuristaa puukottaa raiskata mukiloida piestä mätkiä hakkas
    pieksää pahoinpitelee lyöpi mäiskiä läpsiä tönii töniä hakkaapi kurittaa runtata läimiä lyö
    hakannu tönäistä läpsäistä hakkaa paiskata raahata retuuttaa riepotella piiskata hutkia mottaa
    motata nyrkki mukiloi turpiin pieksee repiä tukistaa
FIGHIT: veto läpi hynttyy ällikkä lauta tyhjä luuri halko puu nimi leikki koodi näppäimistö kortti
    ällistys yhteen lukko merkki tahti kilo raha ulos pihalle pellolle
ATTACK: väkivaltainen väkivaltanen väkivalta lähisuhdeväkivalta perheväkivalta parisuhdeväkivalta
    pahoinpitely raivota raiskaus hyväksikäyttö väkival* henkistä aggressiivinen pahoinpidelty
    hakatuksi pahoinpidellyksi
VIOLENCE: väkivalta lähisuhdeväkivalta perheväkivalta parisuhdeväkivalta pahoinpitely väkival*
RAPE: raiskata raiskaus raiskattiin hyväksikäyttää raiskas ahdistella
HANDSON: käsiksi turpaan kiinni
COME: käydä käy tulla käyny kävi vetää saada
AGGRESSOR: mies vaimo avomies avovaimo avopuoliso puoliso poikaystävä tyttöystävä isä isäpuoli
    äiti äitipuoli ex eksä exmies exä ex-mies ex-vaimo ex-poikaystävä isoveli veli kumppani
    miesystävä kämppis isukki faija mutsi iskä miäs poikakaveri aviomies ukko seurustelukumppani
    kihlattu eno setä serkku exäni avokki äijä akka isoisä pappa isäpuoleni mieheni miesystäväni
    vanhempi sulhanen emäntä poika sisko velipuoli setäni exän exää eksän eksää
STRANGER: joku se hän naapuri tyyppi ne jätkä mies porukka ryhmä tyypit nainen
HOME: koti koto kotona kotio kottiin kotia
MYKIN: lapseni poikani tyttäreni lastani lapsiani vaimoni vaimoani mieheni miestäni lasta lapsia
    lapsiamme poikaani tytärtäni
THREAT: uhata uhkailla uhkailu uhkaus uhkas kiristää
FIGTHREAT: työttömyys irtisanominen karenssi konkurssi sakko yt lomautus häätö potku seuraamus
SAY: sanoa kertoa puhua uhata luvata kirjoittaa sano
FEAR: pelätä pelottaa peljätä pelkään pelko uskaltaa pelekään pelekkään peloissani pelottava
    pelottavaa
INTIMATE: miestä miestäni isää isääni äitiä äitiäni exää exääni eksää vaimoa vaimoani puolisoa
    puolisoani isäpuolta isäpuoltani poikaystävää poikaystävääni avopuolisoa avomiestäni avomiestä
    miesystävääni ukkoani kumppaniani ex-miestäni ex-miestä aviomiestä aviomiestäni sulhasta
STALK: vainota stalkata väijyä vainoaa stalkkaa
FOLLOW: seurata
STREET: katu kadulla perässä
LOCK: lukita lukitsee lukinnut vangita lukitsi teljetä sulkea siepata vanginnut
LETOUT: päästää antaa laske laskea
OUT: ulos sisään kotoa sisälle poistua lähteä tavata
WEAPON: puukko ase pistooli haulikko kivääri veitsi kirves ammus pommi teräase partaterä terä
    partateriä mattopuukko
PERSONOBJ: sen hänet ne heidät esimiehen pomon opettajan kaikki naapurin miehen exän vaimon pomoni
    opettajani exäni kaikkia sossun virkailijan mieheni vaimoni isän äidin isäni äitini jonkun
SHOOT: ampua räjäyttää puukottaa
BREATHE: hengittää hengitys hengitä
ODDLY: oudosti katkonaisesti korista
RESPOND: reagoida vastata
UNCONSCIOUS: tajuton tajuttomana tajunta taju pyörtyä lyyhistyä tuupertua tajuttom*
CHESTPAIN: rintakipu rintakipua
CHEST: rinta rintaan rinnasta rinnassa sydän sydämessä sydäntä
HURT: sattua koskea särkeä kipu puristaa kova vihloa pistää puristus ahdistaa viiltää
NUMB: puutua halvaantua roikkua
LIMB: käsi jalka suupieli puoli naama kasvot suu
STROKE: aivoinfarkti sydänkohtaus sydäninfarkti aivoverenvuoto
BLEED: vuotaa verenvuoto
BLOOD: veri verta verenvuoto
STRONGLY: paljon lakata tyrehtyä kova runsaasti loppua koko
BUILDING: talo talossa asunto asunnossa kämppä kämpässä keittiö keittiössä huone huoneessa
    kerrostalo rappukäytävä naapuri autotalli sauna parveke
BURN: palaa pala palaapi tulessa syttyä liekeissä palava palavassa palavaan
FIRE: tulipalo
TRAPPED: jumi jumissa loukku savu loukussa savua
CALL: soittaa soittakaa lähettää tarvita tulla tilata
AMBULANCE: ambulanssi ambulanssin hätäkeskus lanssi poliisi
HELP1: apua auttaa auttakaa apu
DANGER: vaara vaarassa hengenvaara hätätilanne hengenvaarassa hengenhätä
SAFE: turvassa turvallinen turva
WEREIN: varaan varassa
WATER: vesi veden vedenvara veteen jokeen järveen
CLIENT: asiakas oppilas opiskelija potilas nuori valmennettava ryhmäläinen kuntoutuja ohjattava
    asukas työkaveri kollega alainen hakija jäsen tukihenkilö tuttava harjoittelija asiakkaani
    oppilaani ihminen lukiolainen teini
KIN: ystävä kaveri veli sisko äiti isä poika tytär mies vaimo puoliso lapsi kummi naapuri serkku
    sisar mummo vaari pappa poikaystävä tyttöystävä bestis frendi kummipoika luokkakaveri
    avopuoliso siskontyttö tuttu avomies avovaimo kämppis
THIRD: hän häntä hänet hänen hänellä hänestä sitä heitä
BE1: olla oon olen oom ole oo ookaan olekaan ookkaan
ASK: mitä mikä missä mistä mihin miten milloin kuka kenelle kenen kenet mille millä minne voiko
    saako onko pitääkö kuinka paljonko mitkä voinko saanko voisiko löytyykö pääseekö koska
    kannattaako
HELP: apu auttaa tehdä puhua soittaa jaksaa mennä saada voida pitää olla joku elää kuolla pärjätä
    selvitä kertoa kukaan kuunnella tukea tietää pystyä loppua tuntea olo mieli
GUIDE: +työ +koulu +opinto +opiskelu lukio amis opiskella kurssi ala ammatti hakemus hakea yritys
    harjoittelu koulutus tutkinto +raha +tuki karenssi valittaa ilmoittautua vaihtaa kela cv
    ohjaus +ohjaus opo +palvelu palkka ohjaaja hakeutua ohjaamo kieli suomi työtön yrittäjä duuni
    +paikka tuva valmentaja valmennus +haku työkkäri yhteishaku neuvonta kotoutuminen todistus
NEED: tarvita etsiä haluta kiinnostaa haluaisin löytää kysyä miettiä
TIREDOF: väsynyt väsyny kyllästynyt kyllästyny väsyä kyllästyä tarpeeksi tarpeekseni väsyttää
    kyllästyttää uupunut uupunu
BAD: helvetti turha merkityksetön tarkoitukseton sietämätön arvoton paska kidutus tyhjä riittää
    painajainen
EAT: syödä niellä napsia juoda ottaa vetää popsia nielaista
DRUGNAME: burana panadol lääke pilleri tabletti unilääke nappi särkylääke opamox diapam xanor
    insuliini
POISON: pesuaine myrkky pakkasneste lipeä kloriitti tärpätti jäähdytysneste rotanmyrkky
STANDS: seistä seisoa istua seison
EDGE: sillalla katolla junaradalla raiteilla ratapihalla kaiteella reunalla kaiteen junaraiteille
    junaradalle raiteille radalle
EASYWAY: kivuton kivuttomasti kivuttomin tapa keino kivulias sattua nopeasti kivuliasta varmin
SOON: kohta pian huomenna
LEAVE: lähteä poistua mennä häipyä jättää jätän
LAST: viimeinen vika
LASTTHING: viesti kirje ilta päivä yö kerta joulu kesä syntymäpäivä aamu
LEFT: jäljellä menetettävää menetettävä jälellä
STOPCOND: loppuisi loppuis loppusi loppus päättyisi päättyis loppuispa
EXISTW: olemassa elossa olemasta olemassaolo hengissä
FILL: hetki päivä yhtään näin vain voimia yhtä voima millään tällainen tämmönen yksin oikeasti
    oikeesti sekunti minuutti vaan taistella yrittää esittää hymyillä feikata kuitenkaan tässä
    oikein kyllä
THROW: heittää työntää tarttua tarttuu repiä vetää viskata
BODY: hiukset tukka kurkku seinä portaat lattia tuoli hiuksista kaula pää naama päälle
FORCE: pakottaa pakottavat painostaa
MARRIAGE: naimisiin naimisissa seksi sänky avioliitto seksiin prostituutio
TOUCH: kosketella lääppiä koskettelee hyväksikäyttää kourii kouria
RAGE: raivota raivoaa raivo riehua heitellä riehuu
DRUNK: känni humala juoda juovuksissa kännissä
SHELTER: turvakoti
FLEE: paeta karata piileskellä piilotella pakoilla pakenin karkasin piilossa
PASSPORT: passi puhelin avaimet rahat pankkikortti
HARMOTHER: pahaa vahingoittaa satuttaa kostaa
SOMEBODY: joku muu muille muita jotakuta kaikille ihmiset toiset lapselleni vauvaani vauvalle
    lastani
SEIZURE: kouristaa kouristella kouristus kouristelee tukehtua tukehtuu hukkua hukkumassa
CRASH: kolari onnettomuus liikenneonnettomuus kolaroida
INJURED: loukkaantua loukkaantunut verissä ruhjoutua puristuksissa puristua
GAS: kaasu häkä savu
BREAKIN: murtautua tunkeutua murtautuu tunkeutuu
DOOR: ovi sisälle sisään oven pihalla asunto kotiin
HEARTATTACK: sydänkohtaus sydäninfarkti aivoinfarkti aivohalvaus
ICE: jäihin avantoon
SCREAM: huutaa kirkua
HURRY: äkkiä heti nopeasti
DROWNSELF: hukuttautua hirttäytyä ampuutua hukuttaudun hirttäydyn ammuskella
KNOW: tietää
TIME_LATE: ajoissa myöhään pommiin
TRACK: rata tilasto lista näkyvistä
LICENCE: lupa metsästys aselupa kurssi
HERE: täällä täälä tääl mukana
DO: tehdä teen tekevä tekis satuttaa
TRUST: luottaa
TONIGHT: yö tänään ilta nyt
LEAP: hypätä hyppää heittäytyä
MEPART: mua minua miuta minuu minnuu meikää meikäläistä
SPIRIT: henkeni henki henkensä
COLLAPSE: kaatua pudota tuupertua pyörtyä lyyhistyä romahtaa rojahtaa
MOVEBODY: liikkua liiku liikahtaa reagoida
ADDRESS: puhuttelu puhe reagoida herättely ravistelu
SWALLOW: niellä nielaista
LIE: maata makaa makailla sammua sammunut
GROUND: liikkumatta maassa lattialla hanki hangessa lumi tajuton verissä kadulla pakkanen penkka
    lumihanki oja maahan
SMELL: haista haisee tuoksua
ANYWAY: kuitenkaan kauan pitkään
TRY: yrittää yritti
WHY: miksi miks
NEEDS: tarvita tarvi tarvii tarttee rakastaa kaivata
WORLD: maailma kukaan kukkaan
WILL: testamentti jäähyväiset
RUNOVER: yli päälle alle
EX: ex exä eksä exän eksän exmies exää eksää
MASSACRE: kouluisku kouluampuminen ampumaisku joukkosurma verilöyly
GETS: saada saa
AIR: henkeä hengenahdistus
HOMEIN: kotiin kottiin kotia kotona kotio himaan himassa
NOEXIST: olematta syntymättä heräämättä
FORGIVE: anteeksi anteeks
MEDS: lääkkeet pillerit unilääkkeet tabletit
RAILS: junaraiteille junaradalle raiteille junarata
STILL: pysähtyä lyömästä
UNRESP: reagoida
UNDERGO: joutua jouduin
LIVEWILL: elämänhalu elinhalu elämänilo elämänvoima
LOST: kadota menettää loppua mennä menny hävitä kadonnut menettänyt
VOICES: ääni
TELL: käskeä sanoa pyytää yllyttää
HEAVEN: taivas taivaaseen
GIVEUP: luovuttaa luovuttaisin antautua luovuttaminen
TREE: puu kaide seinä rekka pylväs kallio bussi
CAR: auto
DRIVE: ajaa
PLACE: haudassa hauta arkku
HAND: käsi kädessä kädes
MISSING: kateissa kadonnut kadoksissa
WHYDIE: miksen miksi miksei miks
PERSONHARM: pahaa
RESTRAIN: lähestymiskielto
IRREVERSIBLE: peruuttamaton peruuttamatonta kamala kauhea typerä hirveä lopullista
SELFALL: itselleni itelleni ittelleni itselle ittelle
SOMETHING: jotain jotakin jokin
THROAT: kurkku kurkkuun kaula kaulaan tukka hiuksiin
EARTH: maailma maailman
FACE: suupieli naama kasvot suu silmä
SMOKE: savu savua savuaa
STUCK: jumissa loukussa täynnä kaikkialla
"""


def concepts(table: str) -> dict[str, tuple[str, ...]]:
    """Read a table into concept -> its entries."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table.strip().replace("\n    ", " ").splitlines():
        name, _, entries = row.partition(":")
        found[name] = tuple(dict.fromkeys(entries.split()))
    return found
