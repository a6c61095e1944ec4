"""Words that tell of distress, by language and concept: data for `assistant.safety`.

An entry is a base form or a form as written; ``word*`` is the beginning of a written form, and
``+word`` counts as a part of a compound too. Rules speak of concepts only, so one rule holds in
every language that has words for its concepts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_FINNISH = """
ME: minä minu minun mun mua minua miuta mut minut miut mulla minulla mulle minulle mä mää mie mnää
    meitä meijät meidät meirät minnuu miu miun
MEP: mua minua miuta minuu minnuu mä mää mie minä meikää meikäläistä
SELF: itseni itteni itteäni itseäni itseltäni itteltäni itseeni itteeni ihteni ihteäni ihtiäni
    ittiäni itsen itten itsein ittein itseltä itteltä itseä itteä itsee ittee itte itse ihe ihteä
    itseäin itteäin itsenikin ittenikin itsari
SELF3: itsensä ittensä itseään itteään itteensä itseensä itseltään ihtensä ihteään
NOT: ei ette emme älä eikä ettei ilman etten enkä en emmä emmää emmie emminä enmä emmää
NOT1: en enkä etten emmä emmää emmie emminä enmä ennää_en
MORE: enää ennää enään ennään ikinä koskaan lainkaan ollenkaan ennee
WANT: haluta haluttaa tahtoa tahdon tahon tahtosin tahtoisin toivoa toive haaveilla aikoa meinata
    suunnitella päättää ajatella miettiä harkita pohtia odottaa valmis mieli uskaltaa kaivata
    haluis haluisin haluisi haluna halun haluisinkin huvittaa kunpa oispa olisipa yrittää halu
    pyöriä ajatus kutsua helpotus houkutella suunnitelma fantasioida haluumisin tahtosi
THINK: ajatella miettiä harkita pohtia suunnitella ajatus aie suunnitelma yrittää yritys aikoa
    mieli pyöriä meinata haluta hakea pelätä
WISH: kunpa oispa olisipa voisinpa olisinpa oisinpa toivoa toivoisin parempi hyvä voi kumpa jospa
DIE: kuolla kualla kuola kuollat kuolema kuoleminen delata kuolis kuolisin kuolisi
DEATH: kuolema
DEAD: kuollut kuoltu kuollu kuolleena kuollunna haudassa
DIECOND: kuolisin kuolisinpa kuolisinkin kuolsin kuolisinko
FIGDIE: nauru nauraa nälkä tylsyys tylsä jännitys jännittää häpeä hävettää nolostua väsymys kuumuus
    helle kylmä jano uteliaisuus kuollakse* kuoliaaksi kuoliaaks kuolias kateus ikävä stressi kiire
    pystyyn kuolemanväsynyt kuolemanväsyny kyllästyä paahde ihastus valita
KILL: tappaa surmata hirttää ampua hukuttaa myrkyttää tappasin tapa tapaan puukottaa murhata
FIGKILL: aika tunnelma hyttynen hämähäkki tunti luovuus motivaatio innostus peli työ nauru bakteeri
    eläin kala rikkaruoho into kilpailu hiiri rotta koi lude itikka
SELFHARM: viillellä viiltely itsensävahingoittaminen viilly* viiltel*
HARM: viiltää satuttaa vahingoittaa polttaa leikata raapia lyödä myrkyttää
SUICIDE: itsemurha itsari itsarii itsarin itsaria itsetuhoinen itsetuhoisuus itsetuho itsemurhayritys
    itsemurha-ajatus itsemurha-ajatukset itsetuho* itsemurha* itsari* ittemurha* itsemurh* itsmurha*
    ihtemurha* ittetuho*
TOPIC: ehkäisy ehkäistä ehkäisytyö koulutus hanke kurssi tilasto tutkimus tutkia tunnistaa kohdata
    kohtaaminen ohjata työntekijä +työ kirja luento opinnäyte gradu toimintamalli ammattilainen
    puheeksiotto seminaari järjestö tieto aihe materiaali webinaari kouluttautua opiskella kiinnostunut
    kouluttaa projekti blogi artikkeli elokuva vapaaehtoinen ohjaaja toimintaohje malli asiantuntija
TAKE: ottaa riistää viedä päättää lopettaa lähteä poistua
END: lopettaa päättää loppua lopettaminen päättyä
LIFE: elämä henki elo elämän elämäni päivä eläminen
ENDLIFE: päivä elämä henki eläminen elo päivät
ALLTHIS: kaikki
LIVE: elää ellää elossa eläminen elämä elämistä olemassa elossaolo ela elä elästä elähä
ALIVE: elää ellää elossa eläminen elämistä ela elähä
LIVEON: tuki raha palkka köyhyys toimeentulo asua asunto soluasunto kaupunki tulo budjetti euro
    velka opintotuki päiväraha oulu kämppä vuorotyö työttömyys karanteeni soluun kanssa maalla
COPE: jaksaa kestää viitsiä pystyä pystyy kyetä jaksaminen jakaa jaksas jaksais kest* jaks*
REASON: syy järki tarkoitus merkitys mieli väli hyöty pointti motivaatio idea arvoinen iloa mieltä
    mielekäs toivo syytä
CONTINUE: jatkaa jatkua jatkaminen eteenpäin jatkuminen
WORK: +työ +koulu +opinto +opiskelu työpaikka homma duuni virka pesti lukio amis opiskella kurssi
    ala ammatti työnhaku hakemus hakea yritys harjoittelu tentti koulutus tutkinto linja luokka
    projekti vuoro gradu opinnäyte läksy harrastus urheilu työttömyys sopimus +ala kouluttautua
    matematiikka ruotsi pääsykoe haku +haku pomo firma yrittäjä yrittäjyys cv suhde jaksottainen
    hallitus treeni keikka työtön opettaja opintoja jono puhelin sivu kone päivystää etätyö kela
    tupakka tupakointi ryhmä valmennus palvelu kuntoutus kiusata lomake toimisto asiakas +palvelu
MOVE: muuttaa muutto asua matkustaa vaihtaa
BETTER: hyvä parempi helppo helpompi helpottaa paremmin helpommin keveä kevyt helpomp* parem* parempa
WITHOUT: ilman poissa
MEOBJ: mua minua miuta minuu minnuu meikää meikäläistä
WOULDBE: ois olis olisi oisi oisikaan olisikaan olisikkaan olisin oisin olis_
BORN: syntyä syntymä syntynytkään
VANISH: kadota hävitä haihtua katoaisin häipyä
SLEEP: nukahtaa nukkua uni
WAKE: herätä heräisi heräis heräisin heränny heräsi heräämättä
NOWAKE: heräämättä heräämätä
AWAY: pois pois_ poies poijes
FINAL: lopullisesti ikuisesti ikuinen kokonaan maailma lopullinen ikuisuus pysyvästi
WORLDOUT: maailmasta elämästä
NOBODY: kukaan kuka kukkaa kukkaan ketään kettään
MISS: kaivata surra itkeä kaipaisi kaipais ikävöidä
NOTICE: huomata huomais huomaisi välittää välittäis
IF: jos vaikka josko joss
GONE: kadota kuolla poissa hävitä
NOTHING: mikään millään millää missään mittään mitään
MATTER: väli merkitys väliä merkitystä merkittää
GOODBYE: hyvästi hyvästit hyvästejä hyvästiksi jäähyväinen jäähyväiskirje jäähyväiset hyvästellä
LETTER: kirje kirjeet viesti jäähyväiskirje testamentti
WRITE: kirjoittaa kirjottaa kirjottanu kirjottanut kirjotin kirjoitin kirjotan jättää kirjoit*
ALL: kaikki läheinen perhe rakas omainen äiti lapsi kaikille
GIVE: antaa antanu lahjoittaa lahjottanu annoin
PAIN: kipu tuska kärsimys paha ahdistus tuskaa kärsiä
STOPS: loppua loppuu loppuis loppuisi loppus lakata päättyä loppumaan
BURDEN: taakka vaiva riippakivi rasite kuormittaa
OTHERS: muu kaikki perhe läheinen kaikille muille toinen ihminen äiti vanhempi lapsi vaimo mies
OVER: ohi pilalla loppu lopussa ohitse mennyttä
HOPE: toivo tulevaisuus
SEE: nähdä nää näy nähä löytää keksiä
JUMP: hypätä hyppää hypä* hyppä* kävellä ajaa astua heittäytyä kävel* loikata
HEIGHT: sillalta katolta parvekkeelta ikkunasta jyrkänteeltä kalliolta tornista rautatiesillalta
    silta_ kerroksesta partsilta
VEHICLE: juna rekka auto metro raide bussi rekkaa kiskot raiteille
UNDER: alle eteen päin raiteille raiteelle
WRIST: ranne ranteet valtimo
CUT: auki viiltää leikata vetää viillän avata vedän viilt*
ROPE: köysi hirttoköysi hirttosilmukka silmukka naru
PILLS: lääke pilleri unilääke särkylääke tabletti nappi pameja lääkepurkki unipilleri bentso
    opaatti panadol buranapaketti
TOOMANY: liika liikaa kaikki purkki valmis valmiina kerätä säästää kourallinen paketti kerralla
    yliannos paljon levy levyllinen kasa kasannut purkillinen kerännyt kasapäin ylimääräinen
OVERDOSE: yliannostus yliannos overi yliannost* överit
READY: valmis valmiina hankkia ostaa kaula kaulaan
HIT: lyödä hakata pahoinpidellä potkia kuristaa puukottaa raiskata mukiloida piestä mätkiä hakkas
    pieksää pahoinpitelee lyöpi mäiskiä läpsiä tönii töniä hakkaapi kurittaa runtata läimiä lyö
    hakannu tönäistä läpsäistä hakkaa
FIGHIT: veto läpi hynttyy ällikkä lauta tyhjä luuri halko puu nimi leikki koodi näppäimistö kortti
    ällistys yhteen lukko merkki tahti kilo raha
ATTACK: väkivaltainen väkivaltanen väkivalta lähisuhdeväkivalta perheväkivalta parisuhdeväkivalta
    pahoinpitely raivota raiskaus hyväksikäyttö väkival* henkistä aggressiivinen
VIOLENCE: väkivalta lähisuhdeväkivalta perheväkivalta parisuhdeväkivalta pahoinpitely väkival*
RAPE: raiskata raiskaus raiskattiin hyväksikäyttää raiskas ahdistella
HANDSON: käsiksi turpaan
COME: käydä käy tulla käyny kävi vetää saada
AGGRESSOR: mies vaimo avomies avovaimo avopuoliso puoliso poikaystävä tyttöystävä isä isäpuoli äiti
    äitipuoli ex eksä exmies exä ex-mies ex-vaimo ex-poikaystävä isoveli veli kumppani miesystävä
    kämppis isukki faija mutsi iskä miäs poikakaveri aviomies ukko seurustelukumppani kihlattu eno
    setä serkku exäni avokki
STRANGER: joku se hän naapuri tyyppi ne jätkä mies porukka ryhmä
HOME: koti koto kotona kotio kottiin kotia
CHILD: lapsi poika tytär vauva tyttö pikkusisko pikkuveli lapsonen
MYKIN: lapseni poikani tyttäreni lastani lapsiani vaimoni vaimoani mieheni miestäni lasta lapsia
    lapsiamme poikaani tytärtäni
THREAT: uhata uhkailla uhkailu uhkaus uhkas kiristää
FIGTHREAT: työttömyys irtisanominen karenssi konkurssi sakko yt lomautus häätö potku seuraamus
SAY: sanoa kertoa puhua uhata luvata kirjoittaa sano
FEAR: pelätä pelottaa peljätä pelkään pelko uskaltaa pelekään pelekkään
INTIMATE: miestä miestäni isää isääni äitiä äitiäni exää exääni eksää vaimoa vaimoani puolisoa
    puolisoani isäpuolta isäpuoltani poikaystävää poikaystävääni avopuolisoa avomiestäni avomiestä
    miesystävääni ukkoani kumppaniani
STALK: vainota stalkata väijyä vainoaa stalkkaa
FOLLOW: seurata
STREET: katu kadulla perässä
LOCK: lukita lukitsee lukinnut vangita
LETOUT: päästää
OUT: ulos sisään kotoa sisälle
WEAPON: puukko ase pistooli haulikko kivääri veitsi kirves ammus pommi teräase
PERSONOBJ: sen hänet ne heidät esimiehen pomon opettajan kaikki naapurin miehen exän vaimon pomoni
    opettajani exäni kaikkia sossun virkailijan mieheni vaimoni isän äidin isäni äitini itseni_
SHOOT: ampua räjäyttää puukottaa
BREATHE: hengittää hengitys hengitä
ODDLY: oudosti katkonaisesti korista
RESPOND: reagoida vastata
UNCONSCIOUS: tajuton tajuttomana tajunta taju pyörtyä lyyhistyä tuupertua tajuttom*
CHESTPAIN: rintakipu rintakipua
CHEST: rinta rintaan rinnasta rinnassa
HURT: sattua koskea särkeä kipu puristaa kova vihloa
NUMB: puutua halvaantua roikkua
LIMB: käsi jalka suupieli puoli naama kasvot
STROKE: aivoinfarkti sydänkohtaus sydäninfarkti aivoverenvuoto
BLEED: vuotaa verenvuoto
BLOOD: veri verta verenvuoto
STRONGLY: paljon lakata tyrehtyä kova runsaasti loppua koko
BUILDING: talo talossa asunto asunnossa kämppä kämpässä keittiö keittiössä huone huoneessa kerrostalo
    rappukäytävä naapuri autotalli sauna parveke
BURN: palaa pala palaapi tulessa syttyä
FIRE: tulipalo
TRAPPED: jumi jumissa loukku savu loukussa savua
CALL: soittaa soittakaa lähettää tarvita tulla tilata
AMBULANCE: ambulanssi ambulanssin hätäkeskus lanssi poliisi
HELP1: apua auttaa auttakaa apu
URGENT: heti nyt äkkiä pian nopeasti hätä
DANGER: vaara vaarassa hengenvaara hätätilanne hengenvaarassa hengenhätä
SAFE: turvassa turvallinen turva
DROWN: hukkua myrkky
WEREIN: varaan varassa
WATER: vesi veden vedenvara
CLIENT: asiakas oppilas opiskelija potilas nuori valmennettava ryhmäläinen kuntoutuja ohjattava
    asukas työkaveri kollega alainen hakija jäsen tukihenkilö opiskelu_kaveri tuttava harjoittelija
    asiakkaani oppilaani ihminen lukiolainen teini
KIN: ystävä kaveri veli sisko äiti isä poika tytär mies vaimo puoliso lapsi kummi naapuri serkku
    sisar mummo vaari pappa poikaystävä tyttöystävä bestis frendi kummipoika luokkakaveri avopuoliso
    siskontyttö tuttu avomies avovaimo kämppis
THIRD: hän häntä hänet hänen hänellä hänestä sitä heitä
BE1: olla oon olen oom
WORRYVERB: uhata puhua sanoa kertoa aikoa haluta yrittää viiltää viillellä vihjata jaksaa
ASK: mitä mikä missä mistä mihin miten milloin kuka kenelle kenen kenet mille millä minne voiko saako
    onko pitääkö kuinka paljonko mitkä voinko saanko voisiko löytyykö pääseekö koska kannattaako
HELP: apu auttaa tehdä puhua soittaa jaksaa mennä saada voida pitää olla joku elää kuolla pärjätä
    selvitä kertoa kukaan kuunnella tukea tietää pystyä loppua tuntea olo mieli
GUIDE: +työ +koulu +opinto +opiskelu lukio amis opiskella kurssi ala ammatti hakemus hakea yritys
    harjoittelu koulutus tutkinto +raha +tuki karenssi valittaa ilmoittautua vaihtaa kela cv
    ohjaus +ohjaus opo +palvelu palkka ohjaaja hakeutua ohjaamo kieli suomi työtön yrittäjä duuni
    +paikka tuva valmentaja valmennus +haku työkkäri yhteishaku neuvonta kotoutuminen todistus
NEED: tarvita etsiä haluta kiinnostaa haluaisin löytää kysyä miettiä
"""

_ENGLISH = """
ME: me i i'm im i'd i've i'll my us
SELF: myself my_self meself mysef
SELF3: himself herself themselves themself
NOT: not don't dont can't cant won't no never didn't isn't doesn't cannot nothing without wouldn't
    wasn't couldnt couldn't aint
NOT1: don't dont can't cant cannot
MORE: anymore longer more any ever again forever
WANT: want wanna wish wished thinking think thought planning plan going gonna ready wanting feel
    hope decided considering about hoping wants_ would tempted intend prefer rather
WISH: wish hope rather better
DIE: die dying_ death
DEAD: dead
FIGDIE: laughing laughter boredom hungry hunger know tired embarrassment curious cold heat
KILL: kill hang shoot drown poison hurt killing hanging shooting harm harming cut cutting slit
    murder stab strangle hurting
SUICIDE: suicide suicidal suicid* sucid* self-harm selfharm suicde
TOPIC: prevention training course study research statistics prevent thesis project recognise
    recognize worker hotline volunteer awareness topic counsellor essay identify
END: end ending ended
ALLTHIS: it everything
ENDLIFE: life
TAKE: take taking took
OWNLIFE: life
MYLIFE: my own
LIVE: live living alive life exist existing
ALIVE: live living alive exist existing
LIVEON: in on with at here alone near there abroad benefits together
COPE: can't cant cannot can stand keep able continue handle bear
REASON: reason point meaning purpose worth use sense
CONTINUE: continue living on
GOON: go going carry carrying keep
ON: on
BETTER: better easier happier best
WITHOUT: without
MEOBJ: me
GONE: gone dead disappeared died disappear
IF: if
BORN: born
VANISH: disappear vanish
SLEEP: sleep asleep
WAKE: wake waking
NOBODY: nobody no-one noone one
MISS: miss notice
NOTHING: nothing
MATTER: matters matter
GOODBYE: goodbye farewell
LETTER: letters letter note notes
WRITE: wrote written writing left
ALL: everyone family everybody all kids
PAIN: pain suffering hurt
STOPS: stop end over
FINAL: forever permanently
BURDEN: burden
OTHERS: everyone family others everybody all
OVER: over ruined
HOPE: hope future
SEE: see have there's there find feel
JUMP: jump jumping throw walk drive step
HEIGHT: bridge roof balcony window cliff building
VEHICLE: train truck bus traffic
UNDER: under front into off
WRIST: wrists wrist veins
CUT: cut slit slash cutting
ROPE: rope noose
PILLS: pills pill medication tablets meds
TOOMANY: many all bottle much whole saved lot
READY: ready bought have
OVERDOSE: overdose overdosed overdosing od'd
HIT: hit hits hitting beat beats beating beaten slap slaps slapped choke chokes choked strangled
    kick kicks kicked punch punches punched abuse abuses abused abusing stabbed raped rapes assaulted
    attacked strangles attacks pushes hurts
FIGHIT: it that this job news deadline
ATTACK: violent abusive abuse violence
VIOLENCE: violence abuse
RAPE: raped rape assaulted
AGGRESSOR: husband wife boyfriend girlfriend partner father dad mother mom mum stepfather stepdad ex
    he she brother uncle fiance spouse roommate son
STRANGER: someone somebody they stranger neighbour neighbor
HOME: home house
MYKIN: kids children son daughter wife husband baby
THREAT: threatens threaten threatened threatening threats
KILLME: kill
SAY: said says say will told promised going
FEAR: afraid scared fear terrified frightened
INTIMATE: husband wife boyfriend girlfriend partner father dad stepfather ex him
STALK: stalking stalks stalker stalked
FOLLOW: following follows
STREET: street home
LOCK: locks locked lock locking
WEAPON: knife gun weapon pistol bomb
PERSONOBJ: him her them boss everyone ex husband wife teacher
BREATHE: breathing breathe breath
UNCONSCIOUS: unconscious collapsed unresponsive fainted
CHEST: chest
HURT: pain pains hurts
NUMB: numb
LIMB: arm face leg
STROKE: stroke
BLEED: bleeding
STRONGLY: lot heavily badly won't stop
BUILDING: house apartment building flat kitchen
BURN: fire burning flames
TRAPPED: trapped stuck smoke
CALL: call send need
AMBULANCE: ambulance police
DANGER: danger
SAFE: safe
CLIENT: client student patient pupil customer participant colleague learner teenager people clients
    students young youth
KIN: friend brother sister mother father son daughter husband wife mum mom dad boyfriend girlfriend
    cousin roommate kid child friend's
THIRD: him her he she his them they
ASK: where what how which who when can could is are do does should
GUIDE: job work study studying course courses career school advice apply application cv training
    degree language finnish visa benefit benefits counselling guidance education internship university
    unemployment employment learn
NEED: need looking want help find
"""

_SWEDISH = """
ME: jag mig mej min mitt mina oss
SELF: mig_själv själv
SELFOBJ: mig mej
NOT: inte ingen inget inga aldrig icke ej utan
NOT1: inte
MORE: längre mer mera igen
WANT: vill ville önskar tänker planerar funderar hoppas ska orkar tänkt önskan längtar borde velat
WISH: önskar hoppas bättre vore
DIE: dö döden
DEAD: död
FIGDIE: ihjäl skratt tristess nyfiken hunger
KILL: döda hänga skjuta skada dränka skär skära skadar dödar dödade mörda
SUICIDE: självmord självmordstankar suicidal självskada självskadar självmords* självmördar* suicid*
TOPIC: förebygga förebyggande utbildning kurs projekt forskning statistik känna arbete upptäcka
TAKE: ta tar tog avsluta avslutar göra sluta
ENDLIFE: livet liv
END: avsluta sluta avslutar slut
ALLTHIS: allt
LIVE: leva livet vid_liv lever liv finnas existera
ALIVE: leva finnas existera lever
LIVEON: i på med här hos av bidrag
COPE: orkar klarar kan orka står
REASON: mening anledning skäl poäng vits meningen
CONTINUE: fortsätta leva vidare
BETTER: bättre lättare skönare
WITHOUT: utan
MEOBJ: mig mej
GONE: borta död försvann
IF: om
BORN: född fötts
VANISH: försvinna
SLEEP: somna sova
WAKE: vakna vaknar vaknade vaknat
NOBODY: ingen
MISS: sakna sakna saknar märka
NOTHING: inget ingenting
MATTER: roll betyder
GOODBYE: farväl adjö
LETTER: brev avskedsbrev
WRITE: skrivit skrev skriver
ALL: alla familjen familj
PAIN: smärtan smärta lidandet plågan
STOPS: sluta upphöra slut
BURDEN: börda belastning
OTHERS: alla familjen andra familj
OVER: slut över förstört
HOPE: hopp framtid hoppet
SEE: ser finns har känner
JUMP: hoppa hoppar kasta
HEIGHT: bron taket balkongen fönstret bro tak
VEHICLE: tåget tåg lastbil bil
UNDER: framför under
WRIST: handlederna handled
CUT: skära skär upp
PILLS: piller tabletter mediciner medicin tabletterna
TOOMANY: många alla för hela burken mycket
OVERDOSE: överdos överdoserat överdosen
HIT: slår slog slagit misshandlar misshandlade misshandlat sparkar stryper våldtog våldtagen slå
    misshandlas våldtogs knivhögg slagen
ATTACK: våldsam våld misshandel
VIOLENCE: våld misshandel
RAPE: våldtagen våldtog våldtogs våldtäkt
AGGRESSOR: man make fru hustru pojkvän flickvän sambo partner pappa far mamma styvfar ex exman han
    mannen hon expojkvän bror
HOME: hem hemma
MYKIN: barnen barn son dotter fru man
THREAT: hotar hotat hotade hot
SAY: säger sa ska sagt
FEAR: rädd vågar rädsla
INTIMATE: man pojkvän sambo pappa ex exman make far
STALK: förföljer stalkar förföljd
LOCK: låser låst inlåst
WEAPON: kniv vapen pistol
PERSONOBJ: honom henne dem chefen alla
BREATHE: andas
UNCONSCIOUS: medvetslös svimmat kollapsade
CHEST: bröstet bröst
HURT: ont smärta smärtor
STROKE: stroke
BLEED: blöder
STRONGLY: mycket kraftigt
BUILDING: huset lägenheten hus det
BURN: brinner
CALL: ring skicka behöver
AMBULANCE: ambulans polis
DANGER: fara livsfara
SAFE: säker trygg
CLIENT: klient elev student patient kund studerande deltagare ungdom ungdomar kollega klienten eleven
    unga
KIN: vän kompis bror syster mamma pappa son dotter vännen väns
THIRD: honom henne han hon
ASK: var vad hur vem vilken kan när finns vart
GUIDE: jobb arbete studera kurs utbildning skola yrke ansökan jobbansökan praktik språk studier
    karriär bidrag studievägledning jobbet söka jobba vägledning svenska finska
NEED: behöver vill hjälp söker hitta
"""

_RUSSIAN = """
ME: я мне меня мной мои мой моя нас
SELF: себя собой себе
NOT: не нет нету никогда ни без
NOT1: не
MORE: больше уже дальше
WANT: хочу хочется хотел хотела думаю собираюсь планирую мечтаю решил решила хотелось желаю лучше
WISH: лучше
DIE: умереть сдохнуть умру смерть смерти умирать
DEAD: умер умерла мертв мертва сдох сдохла
FIGDIE: скуки смеха голода любопытства стыда скука
KILL: убить убью повеситься зарезать резать режу убиваю повешусь
SUICIDE: суицид* самоубийств* самоуби* повеситься повешусь застрелиться утопиться
TOPIC: профилактика профилактике обучение курс курсы исследование
TAKE: покончить покончу кончить свести закончить
ENDLIFE: жизнью жизнь счеты жизни
END: закончить прекратить
ALLTHIS: все
LIVE: жить жизни жизнь живу существовать
ALIVE: жить существовать
LIVEON: в на с здесь один
COPE: могу сил выдержу выношу выдерживаю
REASON: смысла смысл причин причины зачем
CONTINUE: продолжать жить дальше
BETTER: лучше легче проще
WITHOUT: без
MEOBJ: меня
IF: если бы
BORN: родился рождался родилась рождалась
VANISH: исчезнуть
SLEEP: уснуть заснуть
WAKE: проснуться просыпаться проснусь
NOBODY: никто никому
MISS: заметит скучать заметил
NOTHING: ничего
MATTER: важно значения
GOODBYE: прощайте прощай
PAIN: боль боли страдания
STOPS: закончилось прекратилось прекратилась закончилась кончилось
BURDEN: обуза обузой
OTHERS: всех всем семьи
HOPE: надежды будущего
SEE: вижу
JUMP: прыгнуть спрыгнуть прыгну спрыгну броситься
HEIGHT: моста крыши балкона окна
VEHICLE: поезд поезда
UNDER: под
PILLS: таблеток таблетки
TOOMANY: много все слишком пачку выпил выпила
OVERDOSE: передозировка
HIT: бьет бил избивает избил ударил душит душил изнасиловал изнасиловали избили ударяет бьют
ATTACK: насилие агрессивный
VIOLENCE: насилие насилия
RAPE: изнасиловал изнасиловали изнасилование
AGGRESSOR: муж жена парень отец папа мать мама отчим бывший он партнер сожитель брат она
HOME: домой дома дом
MYKIN: детей ребенка сына дочь
THREAT: угрожает угрожал угрожают угроз
SAY: сказал говорит
FEAR: боюсь страшно
INTIMATE: мужа отца парня бывшего отчима
STALK: преследует
LOCK: запирает запер заперт
WEAPON: нож оружие пистолет
PERSONOBJ: его ее их всех начальника
BREATHE: дышит дышу
UNCONSCIOUS: сознания сознание
CHEST: груди грудь
HURT: боль болит
BLEED: кровь кровотечение
STRONGLY: сильно идет
BUILDING: дом квартира доме
BURN: горит пожар горим
CALL: вызовите нужна
AMBULANCE: скорую скорая полицию
DANGER: опасности опасность
CLIENT: клиент студент ученик пациент подросток клиента студентка
KIN: друг подруга сын дочь брат сестра
THIRD: его ее он она
ASK: где как что куда кто можно какие какой
GUIDE: работу работа работы учебу учиться курс* профессию профессия язык* школу образован*
NEED: нужна нужно ищу хочу помощь
"""

TABLES: Final = {"fi": _FINNISH, "en": _ENGLISH, "sv": _SWEDISH, "ru": _RUSSIAN}


def concepts(table: str) -> dict[str, tuple[str, ...]]:
    """Read a table into concept -> its entries."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table.strip().replace("\n    ", " ").splitlines():
        name, _, entries = row.partition(":")
        found[name] = tuple(dict.fromkeys(entries.split()))
    return found


@dataclass(frozen=True, slots=True)
class Rule:
    """Concepts that together tell of distress.

    Attributes:
        kind: What kind of distress.
        certain: Whether it's said directly.
        needs: Concepts that must stand within ``span`` words; ``A|B`` is either.
        without: Concepts that take the meaning away when they stand in or beside those words.
        voice: Whose distress it must be: ``self`` the writer's own, ``victim`` not a client's or
            somebody else's, ``any`` whoever's.
        span: From the first to the last word, both counted.
        ordered: Whether the concepts must come in the order given.
        alone: Whether the sentence must hold nothing else of weight.
    """

    kind: str
    certain: bool
    needs: tuple[str, ...]
    without: tuple[str, ...] = ()
    voice: str = "self"
    span: int = 6
    ordered: bool = False
    alone: bool = False


def _rule(kind: str, needs: str, without: str = "", **options: object) -> Rule:
    certain = kind.isupper()
    return Rule(
        kind.lower(),
        certain,
        tuple(needs.split()),
        tuple(without.split()),
        **options,  # type: ignore[arg-type]
    )
