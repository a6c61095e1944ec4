"""Phrases that tell of distress and phrases that don't, written for tuning the detector."""

SELF_HARM = """
haluan kuolla
Haluaisin vain kuolla pois.
mie tahon kuolla
mää haluun kuola
tahtoisin jo kuolla tähän paikkaan
mun tekis mieli kuolla
toivon että kuolisin yöllä
ois helpompi kuolla
oispa kuollu
olisinpa kuollut
kunpa olisin kuollut jo lapsena
kuolema olisi helpotus mulle
mietin kuolemaa joka ilta
kuolema pyörii mielessä koko ajan
tapan itseni
tapan itteni tänään
mää tapan itteni jos tää jatkuu
meinaan tappaa itteni
yritin tappaa itseni viime viikolla
oon aatellu että tappaisin itteni
olen suunnitellut itsemurhaa
aion tehdä itsemurhan
teen itsemurhan
teen itsarin
mulla on itsemurha-ajatuksia
mulla on itsetuhosia ajatuksia
olen itsetuhoinen
harkitsen itsemurhaa
itsemruha pyörii mun päässä
yritin itsemurhaa keväällä
oon tosi itsetuhonen tällä hetkellä
viillän itteäni
satutan itseäni tahallani
hirtän itteni
ammun itseni
hukuttaudun jokeen
ois helpompi hypätä parvekkeelta alas
hyppään katolta
ajan auton rekan alle
kävelen junan eteen
vedän ranteet auki
mulla on köysi valmiina
oon kerännyt lääkkeitä ja aion ottaa ne kaikki
söin koko purkillisen unilääkkeitä
otin yliannostuksen
lopetan elämäni
haluan päättää päiväni
päätän päiväni tänä yönä
riistän itseltäni hengen
en halua elää
en halua enää elää
emmä haluu ennää ellää
en jaksa elää
en jaksa enää elää
mie en jaksa ennää ellää
ei huvita elää enää
en näe syytä elää
mitä järkeä tässä on enää elää
ei mulla oo mitään minkä takia elää
elämä ei ole elämisen arvoista
en haluais olla enää elossa
en halua olla olemassa
en haluis herätä enää
haluaisin nukahtaa enkä herätä
kunpa en heräisi huomenna
toivon etten heräisi aamulla
kunpa en olisi koskaan syntynyt
toivoisin etten olis ikinä syntyny
haluaisin vain kadota
kaikilla ois parempi ilman mua
perheellä olis helpompaa ilman minua
olisi parempi jos minua ei olisi
maailma olis parempi paikka jos mua ei ois
haluan pois tästä maailmasta
haluan päästä pois tästä elämästä
en jaksa elaa
haluan tehda itsemurhan
I want to kill myself
i wanna die
I just want to die
I wish I was dead
I wish I were never born
I wish I could go to sleep and never wake up
I'm going to end my life
I'm suicidal
I have suicidal thoughts
i am thinking about suicide
I've been thinking of ending my life
I don't want to live
I can't live like this anymore
There is no reason to live
I cut myself last night
I hurt myself when I'm sad
i took too many pills
I took all my sleeping pills
Everyone would be better off without me
They'd be better off if I were dead
I want to jump off a bridge
Jag vill inte leva längre
jag vill dö
jag vill ta livet av mig
Jag vill ta mitt liv
jag tänker på självmord
jag har självmordstankar
Jag orkar inte leva längre
jag önskar att jag var död
alla har det bättre utan mig
jag vill somna och aldrig vakna
jag skadar mig själv
jag ska hoppa från bron
jag har tagit för många tabletter
Я хочу умереть
не хочу жить
Я больше не хочу жить
я хочу покончить с собой
хочу убить себя
думаю о самоубийстве
у меня мысли о суициде
Лучше бы я умер
хочу уснуть и не проснуться
нет смысла жить
Olen ollut työttömänä kaksi vuotta ja haluan kuolla, mistä saan uraohjausta Oulussa?
En saanut opiskelupaikkaa. En jaksa enää elää. Voiko vielä hakea jatkuvassa haussa?
Miten haen amikseen? Oon viime aikoina miettiny itsemurhaa.
I failed my Finnish course and I want to kill myself, where can I study again?
""".strip().splitlines()

DESPAIR = """
ei oo mitään syytä jatkaa tätä elämää
tätä ei kukaan jää kaipaamaan
kukaan ei kaipaisi minua
ei kukaan huomais jos katoaisin
en näe mitään syytä jatkaa
ei oo mitään järkeä jatkaa enää
elämälläni ei ole mitään tarkoitusta
elämässä ei oo enää mitään järkeä
millään ei ole enää mitään väliä
mikään ei merkitse enää mitään
hyvästi kaikille
tämä on jäähyväiskirje
haluan että tää tuska loppuu
en kestä enää tätä tuskaa
haluan että kaikki loppuu
olen vain taakka kaikille
oon pelkkä riippakivi perheelle
elämäni on ohi
en näe itselläni mitään tulevaisuutta
ei ole enää mitään toivoa
en jaksa enää
en mä jaksa enää mitään
en kestä enää
en pysty jatkamaan enää
I don't see a reason to go on
There's no point in going on
I can't go on anymore
I can't take it anymore
I just want the pain to end
nobody would miss me
nothing matters anymore
I'm a burden to everyone
my life is over
jag ser ingen mening med att fortsätta
det finns ingen mening med livet
jag orkar inte mer
ingen skulle sakna mig
jag är en börda för alla
не вижу смысла жить дальше
я больше не могу
никто не будет скучать
""".strip().splitlines()

VIOLENCE = """
mies hakkaa minua
mies hakkas mut
mieheni löi minua eilen
Puolisoni on väkivaltainen.
avopuoliso kuristi minua
poikaystävä lyö mua
isä lyö mua melkeen joka päivä
isäpuoli potkii meitä
äiti hakkaa lapsia
minua hakataan kotona
mut pahoinpideltiin
exä vainoaa minua
eksä uhkailee mua koko ajan
mies uhkaa tappaa minut
se sano että tappaa mut
pelkään mennä kotiin
pelkään miestäni
en uskalla mennä kotiin, isä on humalassa
koen kotona väkivaltaa
meillä on kotona väkivaltaa
mies ei päästä mua ulos kotoa
mies lukitsee minut sisälle
mut raiskattiin
minut on raiskattu
mies kävi käsiksi
tapan sen miehen
ammun kaikki siellä koulussa
my husband hits me
My boyfriend beat me last night
he choked me
my father beats us
my ex is stalking me
he threatened to kill me
I'm afraid to go home
I am scared of my husband
I was raped
my partner is abusive
I will kill him
min man slår mig
min pojkvän slog mig igår
pappa misshandlar oss
jag är rädd för min man
jag vågar inte gå hem
han hotar mig
jag blev våldtagen
Муж бьет меня
муж избивает меня и детей
он угрожает убить меня
боюсь идти домой
Miten haen avoimeen amk:hon kun mies hakkaa mua kotona enkä voi lukea?
""".strip().splitlines()

DANGER = """
kaveri on tajuton
isä ei hengitä
vauva ei hengitä kunnolla
äiti ei herää vaikka ravistelen
meillä palaa keittiö
asunto on tulessa
mulla on kova rintakipu
rintaan sattuu ja käsi puutuu
mies vuotaa verta tosi paljon
olen vaarassa
en ole turvassa kotona
soittakaa ambulanssi
my friend is unconscious
my dad is not breathing
she is bleeding heavily
our house is on fire
I have strong chest pain
call an ambulance
I'm in danger
han andas inte
min vän är medvetslös
det brinner i huset
он не дышит
вызовите скорую
""".strip().splitlines()

NOT_DISTRESS = """
tää työnhaku tappaa
tää työ tappaa mut hitaasti
nauroin itteni kuoliaaks
kuolin nauruun luennolla
olen kuolemanväsynyt
kuolen tylsyyteen tässä työssä
oon kuolla tylsyyteen
haluaisin kuolla häpeästä kun mokasin haastattelun
kuolen jännitykseen ennen pääsykoetta
oon ihan kuollu
tapan aikaa kotona
miten tapan aikaa ennen kuin koulu alkaa
tämä byrokratia on hengenvaarallista
hengenvaarallinen työ kiinnostaa
onko sähköasentajan työ hengenvaarallista
I'm dying to know about the course
I'm dying of boredom at work
this deadline is killing me
my feet are killing me after shifts
I could kill for a coffee
dead end job, what next
jag dör av tristess på jobbet
haluan lopettaa työt
haluan lopettaa opinnot
lopetan opinnot
lopetan koulun kesken
en jaksa enää tätä koulua
en jaksa enää tätä työtä
emmä jaksa ennää tätä duunia
en jaksa enää hakea töitä
en jaksa enää opiskella
en kestä enää tätä pomoa
en pysty enää tekemään raskasta työtä
en halua jatkaa lukiossa
en näe syytä jatkaa näitä opintoja
ei ole mitään järkeä jatkaa tällä alalla
onko mitään järkeä jatkaa amiksessa
haluan elää maalla ja tehdä etätyötä
en halua elää tuilla
en halua elää työttömyyskorvauksella
miten voi elää opintotuella
elämäni on muuttunut, haluan uuden ammatin
haluan muuttaa elämäni
haluan uuden elämän
haluan pois tältä alalta
haluan pois Oulusta
mietin alan vaihtoa
mietin tulevaisuuttani
en tiedä mitä haluan elämältä
mitä haluan tehdä elämälläni
En näe tulevaisuutta tällä alalla
ketään ei kiinnosta palkata mua
kukaan ei vastaa hakemuksiin
masentaa tämä työttömyys
ahdistaa koulu
stressaa pääsykokeet
väsyttää vuorotyö
vituttaa kela
oon burnoutissa
olen loppuunpalanut
Paloin loppuun hoitoalalla, mikä uusi ala?
palaan kotiin Ouluun, mistä töitä
mies palaa töihin perhevapaalta
isäni kuoli ja perin yrityksen, mistä neuvoja
äitini kuoli keväällä, voinko lykätä opintoja
mieheni kuoli, haluan kouluttautua uudelleen
koira kuoli ja haluan eläintenhoitajaksi
lyön vetoa että pääsen sisään
haluan lyödä läpi muusikkona
potkut tuli, mitä nyt
sain potkut, mistä apua
pomo uhkaa irtisanoa mut
mua uhkaa karenssi
työttömyys uhkaa minua
minua uhkaa irtisanominen
pelkään työttömyyttä
pelkään että en pääse kouluun
pelkään pomoani
en uskalla hakea töitä
mies ei herää aamulla töihin, mistä hän saa tukea
en herää aamuisin kouluun
en halua herätä viideltä töihin
hyppään uuteen ammattiin
hypätäänkö asiaan
haluan hypätä oravanpyörästä pois
haluan kadota radalta
otin liikaa opintolainaa
otin liian monta kurssia
lääkkeet ja pillerit apteekissa, mikä koulutus farmaseutiksi
haluan ambulanssiin töihin
haluan palomieheksi
miten pääsen pelastusalalle
onko poliisikouluun ikärajaa
haluan lopettaa tupakoinnin
yritys loppui, mitä nyt
sopimus loppuu keväällä
harjoittelu on ohi
opinnot ovat ohi, mitä seuraavaksi
koulu on ihan perseestä
inhoan tätä koulua
tunnen itseni turhaksi työmarkkinoilla
olen yksinäinen
onko mitään väliä kumman koulun valitsen
ei oo väliä mikä työ, kunhan saan palkkaa
mikään ala ei kiinnosta
mitä kirjoitan hakemukseen
kirjoitan hakemuskirjeen kaikille työnantajille
jätin hyvästit vanhalle työlle
olen kyllästynyt elämään kotona
haluan elävän musiikin alalle
haluan elinkeinoelämän palvelukseen
työelämässä jaksaminen
miten jaksan työelämässä
I want to quit
I can't take this school anymore
I can't do night shifts anymore
I want to live in Oulu
I don't want to live in Helsinki anymore
I'm so tired of applying for jobs
I feel lost, what should I study
what is the point of this course
I want to change my life and career
my contract ends in June
I lost my job
I want to end my studies early
I'm afraid I won't find work
I hate my boss
Jag vill sluta jobba
jag vill byta liv och yrke
jag är så trött på att söka jobb
jag vill leva i Finland
jag vill bo i Oulu
Хочу сменить работу
хочу жить в Оулу
устал искать работу
где можно учить финский язык
asiakas puhuu itsemurhasta, mihin ohjaan hänet
itsemurhien ehkäisy koulussa
miten tunnistan itsetuhoisen nuoren
kriisityöntekijän koulutus
lähisuhdeväkivallan ehkäisy hankkeena
väkivaltaa kokeneiden naisten työllistymishanke
missä voi opiskella väkivaltatyötä
itsemurhien ehkäisyn koulutus ammattilaisille
opiskelijani sanoi haluavansa kuolla, miten toimin
ystäväni puhuu itsemurhasta
kaverini haluaa kuolla
oppilas on kertonut että isä lyö häntä
asiakkaan mies hakkaa häntä, mihin voin ohjata
mitä teen kun valmennettava viiltelee itseään
my student is suicidal, what should I do
training on suicide prevention
en klient talar om självmord, vart hänvisar jag
Mistä saa apua työnhakuun Kalajoella?
Milloin Duuniportti-hanke päättyy?
Kuka vastaa ohjauksesta Ylivieskassa?
haluan kokiksi
en halua tehdä vuorotyötä
voiko ohjaukseen tulla ilman ajanvarausta
parempi palkka ilman koulutusta
pärjääkö alalla ilman minkäänlaista tutkintoa
jos mulla ei olis lapsia niin lähtisin opiskelemaan
jos en olis näin vanha hakisin kouluun
olisi parempi jos minulla ei olisi karenssia
mulla ei oo mitään koulutusta
en jaksa seistä koko päivää, mikä ala sopisi
en pysty nukkumaan koulun takia
nukun huonosti enkä herää aamulla ajoissa
""".strip().splitlines()

WORRY = """
asiakas puhuu itsemurhasta, mihin ohjaan hänet
miten tunnistan itsetuhoisen nuoren
opiskelijani sanoi haluavansa kuolla, miten toimin
ystäväni puhuu itsemurhasta
kaverini haluaa kuolla
oppilas on kertonut että isä lyö häntä
asiakkaan mies hakkaa häntä, mihin voin ohjata
mitä teen kun valmennettava viiltelee itseään
oppilas ei jaksa enää elää, kenelle soitan
asiakas uhkaa tappaa itsensä
my student is suicidal, what should I do
my friend wants to kill himself
en klient talar om självmord, vart hänvisar jag
""".strip().splitlines()

NO_WORRY = """
tää työnhaku tappaa
asiakas haluaa vaihtaa alaa
opiskelija haluaa lopettaa opinnot
ystäväni hakee töitä
kriisityöntekijän koulutus
nuori ei jaksa koulua
kaverini nauroi itsensä kuoliaaksi
Mistä saa apua työnhakuun?
""".strip().splitlines()

ORDINARY = """
Mistä saan apua työnhakuun Kalajoella?
Miten haen ammatilliseen koulutukseen?
Kuka järjestää uraohjausta Raahessa?
Onko Oulussa ryhmää nuorille?
""".strip().splitlines()

FURTHER_DISTRESS = """
mä en halua enää olla täällä
en jaksa enää taistella
Ajattelen itseni vahingoittamista joka päivä
ostin köyden eilen
oon seisomassa sillan kaiteella
laitan kaasun päälle ja nukun pois
oon vetäny viinaa ja lääkkeitä sekaisin
otin kaikki unilääkkeeni
haluan vahingoittaa itseäni
mulla on pakkomielle kuolla
kuolema ois paras ratkaisu
ainoa ratkaisu on kuolla
en keksi muuta ulospääsyä kuin itsemurha
mua ei oo pian enää olemassa
tää on mun viimeinen päivä
kukaan ei tule kaipaamaan mua
kun mua ei enää ole, kaikki on hyvin
olen jättänyt jäähyväiset
ei tässä oo enää mitään pointtia
elämä ei maistu enää
minusta on vain haittaa muille
kaikki olisivat onnellisempia jos kuolisin
kunpa voisin vain lakata olemasta
mul ei oo enää voimia elää
onko kuoleminen kivuliasta
paljonko buranaa pitää ottaa että kuolee
miten voin tappaa itseni
haluan tehdä itelleni jotain pahaa
pelkään että teen itselleni jotain
pelkään tekeväni itselleni jotakin
en luota itseeni tänä yönä
mä hyppään
mä lopetan tän kaiken tänään
nyt riittää tää elämä
isä uhkaa tappaa koko perheen
kumppanini pakottaa minut seksiin
veli on uhannut mua puukolla
mies heitti mut seinää päin
mun ex odottaa mua pihalla veitsen kanssa
vaimo lyö minua
poika hakkaa minua, olen hänen äitinsä
asun väkivaltaisen miehen kanssa
mua hakataan koulussa joka päivä
kotona on pelottavaa kun äiti juo
faija vetää mua turpaan
mies seuraa puhelintani ja uhkailee
saatan satuttaa lastani
haluaisin tappaa mun isäpuolen
mut on hakattu
olen joutunut raiskatuksi
minua ahdistellaan seksuaalisesti töissä
pelkään henkeni puolesta
kaveri otti yliannostuksen
mummo kaatui eikä vastaa
lapsi nieli pariston
joku makaa maassa liikkumatta
sain sähköiskun ja rintaa puristaa
isä sai kohtauksen ja kouristelee
meillä haisee kaasu
kaveri putosi jäihin
pihalla joku heiluu kirveen kanssa
tänne tarvitaan ambulanssi
mies ei vastaa puhutteluun
I feel like ending it
I have a plan to end my life tonight
there's no point living anymore
I'm better off dead
I don't want to exist
I don't want to wake up tomorrow
I'm thinking of jumping in front of a train
life is not worth living
I can't keep living like this
No one would care if I died
I'm done, goodbye everyone
I hope I don't wake up
my life has no meaning anymore
I feel like hurting myself
I want to disappear forever
my dad hits me when he is drunk
my husband threatens to kill me and the kids
my partner won't let me leave the house
someone is following me and I'm scared
my ex has a gun
I am not safe at home
he raped me
my mother is having a stroke
there is a fire in my apartment
Jag vill inte leva
jag vill inte vara med längre
jag kommer att ta livet av mig i natt
jag skär mig själv
livet har ingen mening
det vore bättre om jag inte fanns
jag har köpt ett rep
mamma slår mig
min sambo hotar mig
jag är rädd för att gå hem
Я не вижу смысла жить
мне не хочется жить
я режу себя
меня избивает муж
я устал жить
лучше бы меня не было
мне угрожают убийством
Haen töitä Raahesta mutta en tiiä jaksanko elää ens viikkoon
Mistä saa palkkatukea? Pomo sanoi ettei jatkoa tule ja nyt mietin vaan kuolemaa.
Mikä on starttiraha, vaimo potki mut eilen ja oon kadulla
Kun en päässy lukioon ni aattelin tappaa itteni, voiko vielä hakee tuvaan
Var hittar jag praktik? Min man slår mig så jag måste flytta.
Miten peruutan opiskelupaikan, en kuitenkaan elä syksyyn
voiko opinnot keskeyttää, en oo kohta enää täällä kuitenkaan
en pysty enää elämään tämän kivun kanssa
tekee mieli vaan luovuttaa kokonaan elämästä
taidan tehdä lopun elämästäni
lopetan tämän kärsimyksen
ajoin melkein päin rekkaa tahallani
mä otan hengen itseltäni
hirttosilmukka on jo valmiina
en usko että näen enää huomista
yöllä meinasin hypätä kerrostalon katolta
päätin että tämä on viimeinen jouluni
aion lähteä täältä ikuisesti
ei mulla ole mitään elämisen arvoista
minun ei pitäisi olla elossa
en ansaitse elää
miksi minun pitää elää
miksi edes elän
kaikki ovat paremmassa asemassa kun olen poissa
maailma ei tarvitse minua
kukaan ei tarvitse mua
jos kuolisin niin kukaan ei itkisi
vois vaa kuolla
oon niin väsyny elämään
elämä on paskaa, haluun kuolla
mulla on ajatuksia itseni tappamisesta
oon alkanu satuttaan itteäni taas
revin ihoani auki ja viiltelen
poltan itseäni tupakalla
en saa ajatuksia kuolemasta pois päästä
haluaisin heittää veivin
pelkään että tapan itseni
itsetuhoiset ajatukset palasi
haluaisin hukuttaa itseni jokeen
kirjotin testamentin ja aion tehä sen tänään
nään vain kuoleman ratkaisuna
kunpa auto ajaisi mun yli
mieheni kuristi minut melkein tajuttomaksi
isäni lyö äitiä ja meitä lapsia
vanhemmat aikoo pakottaa mut naimisiin
seurustelukumppani löi nyrkillä naamaan
avomieheni pahoinpiteli minut viikonloppuna
exän takia en uskalla liikkua ulkona
lastani hakataan koulussa
äiti sanoi että se tappaa mut
naapuri tuli oven taakse puukon kanssa
mut uhattiin tappaa
puoliso alistaa ja lyö
oon piilossa exää
jouduin pahoinpidellyksi
mies raivoaa ja hakkaa seiniä, lapset itkee
isäpuoli on alkanu koskettelemaan mua
haluan ampua ne kaikki
teen kouluiskun
vien pommin kouluun
isoveli on lyöny mua monta vuotta
lapsi on tukehtumassa
vaari ei hengitä
kaveri kaatui ja lyö päänsä, ei herää
mies sammui lumihankeen
kämppä on täynnä savua
sydämessä pistää kovasti
en saa henkeä
äidin suupieli roikkuu
mulla vuotaa ranteesta verta
i cant do this anymore, i want it all to end
I've lost the will to live
i don't deserve to live
there's nothing left to live for
nobody needs me here
I think about dying every day
I am planning to overdose tonight
I keep thinking about hanging myself
I'd rather be dead than unemployed again
they will be happier when I'm gone
he beats me every day
my stepdad touches me at night
my parents want to force me to marry
I am scared for my life
she hit me with a chair
he's going to kill me
my baby is not breathing
my husband had a heart attack
I'm having chest pains
jag vill inte finnas mer
jag har tankar på att ta mitt liv
jag orkar inte längre, vill bara försvinna
jag har svalt en hel burk tabletter
ingen bryr sig om jag dör
jag har skurit mig i handlederna
livet känns meningslöst
min exman förföljer mig
han har slagit mig hela helgen
pappa är full och slår mamma
min son andas inte
jag blir hotad med kniv
я больше не могу жить
хочу спрыгнуть с крыши
я наглоталась таблеток
без меня всем лучше
муж угрожает меня убить
меня изнасиловали
у меня дома пожар
мама потеряла сознание
sain hylkäyksen kelasta ja nyt tekis mieli vaan tappaa ittesä, mistä saan neuvontaa
Missä voin opiskella lähihoitajaksi, äitipuoli pieksee mua joka ilta kotona
Mistä löydän harjoittelupaikan? Olen alkanut ajatella että olisi parempi olla kuollut.
oon päättäny päivät
toivoisin olevani kuollut
en haluaisi olla hengissä
voisinpa olla kuollut
mielessä pyörii vain itsensä tappaminen
mulla on suunnitelma tehä itsari
aion hypätä tänään sillalta
meen junaraiteille makaamaan
ajattelin hirttää itteni autotalliin
yritin eilen viedä itseltäni hengen
halu kuolla on niin kova
haluun et tää loppuu, en kestä elää
en tiiä jaksanko elää
mä tapan ihteni
mua ahistaa niin paljo että haluan kuolla
haluan kuolla koska en saanut töitä
elämäni ei ole minkään arvoista
en näe enää mitään järkeä missään
kaikki olis onnellisempia ilman mua
olisi helpompi vain olla olematta
en jaksa olla olemassa
hyvästi, mä lähen nyt
pyydän anteeksi kaikilta, en enää palaa
ei ole enää mitään menetettävää
sattuu niin paljon etten jaksa enää
kukaan ei välitä elänkö vai kuolenko
vihaan itseäni ja haluan satuttaa itseäni
otin just 40 panadolia
pojkvännen slår mig
mieheni on uhannut tappaa lapset
exäni tuli asunnolle ja löi
mut lyötiin
mies on lyönyt minua monta kertaa
isä heittää mua tavaroilla ja lyö
mies pahoinpitelee ja pelkään lasten puolesta
vanhempani lyövät minua
isoveljeni hakkaa minua
mies ei päästä kotoa ja on vienyt passin
poikaystävä pakottaa seksiin
exä uhkaa levittää mun alastonkuvia
pelkään että mies tappaa minut
miehellä on ase ja se uhkailee
haluan tappaa opettajan
tapan ne kaikki
mulla on ase ja aion käyttää sitä
täällä on tulipalo
lapsi ei hengitä
kaverilla on kova rintakipu
isä makaa lattialla eikä vastaa
mun vaimo on tajuton
apua soittakaa ambulanssi
i feel suicidal
i want to end it all
i dont want to live anymore
I'm thinking of killing myself
i have no reason to live
the world would be better without me
im going to kill myself tonight
I can't live anymore
I hate my life and want to die
I've been self harming
my boyfriend hits me and I am scared
my dad beats me when he drinks
he threatened me with a knife
he wants to kill me
there is a man with a gun outside
my friend took an overdose
someone is trying to break into my house
my child is unconscious
jag vill dö, jag orkar inte mer
jag har försökt ta livet av mig
jag tänker på att dö varje dag
jag vill inte vakna imorgon
jag är självmordsbenägen
alla skulle må bättre utan mig
jag ser ingen anledning att leva
det finns inget att leva för
min pappa slår mig
min make misshandlar mig
jag är rädd för mitt ex
han försökte strypa mig
jag vågar inte gå hem till min man
жизнь не имеет смысла
не хочу просыпаться
думаю о смерти
я хочу умереть, где найти работу?
мой муж бьет меня
отец избивает нас
он хочет меня убить
Miten pääsen ammattikouluun, mua hakataan kotona
Mistä apua cv:n tekoon? En jaksa enää elää tätä elämää
Onko Limingalla työpajaa? Oon niin loppu että oon suunnitellu itsarii
Koulupaikka meni ja oon viiltäny itteeni, kehen otan yhteyttä opinnoista
Olen 17 ja raskaana, isä uhkaa tappaa mut jos kuulee. Voiko lukion keskeyttää?
en oo varma haluunko elää
mulla ei oo mitään syytä elää enää
päätin tappaa itseni
mie tapan itteni huomena
aattelin että hyppään parvekkeelta
ei musta oo enää elämään
tää elämä on mun osalta ohi
kuoleminen tuntuu ainoalta vaihtoehdolta
haaveilen kuolemasta
mulla on hirveä tarve viiltää
nielin kaikki pillerit
oon ottanu ihan hirveesti pillereitä
mun on parempi kuolla
onneks mua ei pian enää oo
kukaan ei muistais mua
en oo kenellekään tärkeä, parempi kuolla
mun pitäis vaan kuolla
mä en jaksa elää tätä paskaa
kaikki loppuu tänään, kiitos kaikesta
lähden tästä maailmasta
haluan ikuiseen uneen
haluan nukkua ikuisesti
en halua nähdä huomista
voi kunpa sydän vaan pysähtyis yöllä
kaikki menis paremmin jos en olis täällä
kumppani on väkivaltainen mua kohtaan
mies uhkaa mua puukolla
mies käyttää minuun väkivaltaa
oon väkivallan uhri
poikaystävä tönii ja huutaa
kotona isä lyö ja äiti vaan katsoo
pelkään poikaystävääni
se kuristi mua
kaveri uhkas hakata mut
mua vainotaan
minua uhkaillaan väkivallalla
joku yrittää murtautua sisään
isä ampui aseella
vauva ei reagoi
kaveri kouristelee lattialla
mulla on vaikea hengittää ja rinnassa puristaa
äiti kaatui ja päästä tulee verta
I want to be dead
I wanna end my life
i cant go on living
I'd be better off dead
life has no point
I tried to kill myself last week
I want to sleep forever
I don't see any future for me
I am being abused by my husband
my partner hit me yesterday
my ex threatens to hurt me
I was beaten up
someone attacked me with a knife
my grandma is not responding
I can't breathe and my chest hurts
jag mår så dåligt att jag vill dö
jag planerar att ta självmord
jag har inget att leva för
jag vill bara att allt ska ta slut
min fru slår mig
min pojkvän hotar att döda mig
mamma är medvetslös
мне хочется умереть
я собираюсь покончить жизнь самоубийством
я хочу исчезнуть
муж меня избил
Haluaisin tietää kurssista mutta oon niin rikki että haluan kuolla
Kela hylkäs, en jaksa elää enää, mistä saa velkaneuvontaa
Where can I find a job? My boyfriend beats me and I need to move out
ois vaa nii helppo luovuttaa ja lähtee täältä
viiltelyn tarve on taas kova
en halua jatkaa elämistä
hankin jo köyden
mulla ei oo enää elämänhalua
miksen voi vain kuolla
haluaisin vain lopettaa hengittämisen
oon aatellu ottaa kaikki pillerit kerralla
meinaan hypätä kerrostalon ikkunasta
elämä tuntuu niin turhalta etten halua jatkaa sitä
mä oon vain tiellä kaikille
mieluummin kuolisin kuin jatkaisin näin
minut on pahoinpidelty kotona
mies töni mut portaita alas
mieheni ei anna minun poistua kotoa
isä on uhannut tappaa meidät
avopuoliso heitti tavaroita mun päälle
mun exä seuraa mua joka paikkaan
kaverit uhkailee mua ja vaatii rahaa
tuntematon mies yritti raiskata mut
ne hakkas mut koulun jälkeen
mä hakkaan mun lapsia
vaarilla on aivoinfarkti
äiti ei vastaa eikä hengitä
naapurissa palaa
onnettomuus, kaveri makaa tajuttomana
lapsi söi pesuainetta
olen hengenvaarassa
en tunne oloani turvalliseksi kotona
I have been thinking of suicide a lot
I'm cutting again
everything would be easier if I were dead
I want to hurt myself
I'm scared my husband will kill me
he has beaten me for years
my roommate is threatening me with a knife
help, there's a fire
I think my dad is having a heart attack
Jag har skurit mig igen
jag kan inte leva så här
jag vill avsluta mitt liv
jag är rädd att han dödar mig
han slår mig när han är full
min pappa har ont i bröstet
я порезала себе вены
жить больше не хочу
мой муж меня душит
Haluan pois, lopullisesti.
toivoisin että mua ei olisi olemassakaan
mun elämällä ei ole väliä
ei ole mitään syytä herätä aamulla
elämäni on yhtä tuskaa ja haluan sen loppuvan
jos en saa apua tapan itteni
en kestä enää, teen jotain peruuttamatonta
teen itselleni jotain
tahdon kuolla pois ja äkkiä
oon kirjottanu itsemurhaviestin
suunnittelen ottavani yliannostuksen
mietin miltä kuoleminen tuntuu
on niin paha olla että mietin kuolemaa
yritän kestää mutta haluan vain kuolla
en halua enää jatkaa elämää
en jaksa enää hengittää
mä hukun, en jaksa enää elää
kukaan ei rakasta mua, haluan kuolla
vedin lääkkeitä yliannoksen
mul on partaterä kädessä
hakkasin itteäni
haluan että joku tappaa mut
mua ei enää huomenna oo
onko väliä elänkö vai kuolenko
taidan olla parempi kuolleena
pelkään isääni
mies on mustasukkainen ja lyö
mua on lyöty
mies kävi kiinni kurkkuun
mies uhkaa polttaa talon
poikaystäväni pahoinpitelee minua henkisesti ja fyysisesti
puoliso on lyönyt lasta
joudun pelkäämään kotona
mua uhataan veitsellä
setä raiskasi mut
exä yritti puukottaa mua
joku hakkaa kaveria tuolla pihalla
joku tunkeutui asuntoon
minua painostetaan naimisiin
minut lukittiin kotiin
tapan vielä jonkun
mä puukotan sen
isä sai sydänkohtauksen
lapsi putosi veteen
naapuri huutaa apua
kaveri on juonut itsensä tajuttomaksi
vaimo ei hengitä
äiti puhuu sekavia ja suu roikkuu
vuodan verta enkä saa sitä loppumaan
I'm ready to die
I want to die so bad
no reason to be here anymore
I just can't go on
I wish I could disappear
I have pills and I'm going to take them
what is the easiest way to die
i want to cut myself
my mother hits me
my boyfriend strangled me
I was beaten by my husband
someone wants to kill me
he locked me in the room
my brother is not waking up
there was an accident and someone is bleeding
jag vill inte leva mer
jag orkar inte med livet
jag vill att allt ska ta slut
jag är självmordsbenägen och ensam
ingen skulle märka om jag försvann
han slog mig igår
jag blir slagen hemma
min man hotar mig med kniv
mitt barn andas inte
я не могу так жить
я хочу покончить с жизнью
он бьет меня
ребенок не дышит
Kiinnostais lähihoitajakoulutus mutta kotona mies hakkaa enkä saa lähteä
Olen Kempeleestä ja haluaisin töihin, mutta viillän itseäni enkä pysty
Miten irtisanon opiskelupaikan, aion kuolla kuitenkin pian
Где найти работу в Оулу? Муж бьет меня.
Hur söker jag till yrkesskola? Jag vill inte leva längre.
en tahdo elää
haluisin lakata elämästä
oispa tää elämä jo ohi
mua väsyttää elää
ei tee mieli elää
päivät on täynnä itsetuhoisia ajatuksia
olen ajatellut hyppääväni sillalta
mietin päivittäin miten tappaisin itseni
mul on paha olo ja viillän
joka ilta toivon että kuolen nukkuessani
jos tämä jatkuu niin tapan itseni
en tule enää huomenna olemaan täällä
tunnen olevani taakka vanhemmilleni
jätän tän maailman
en enää halua taistella tätä elämää vastaan
sano äidille että rakastan häntä, hyvästi
olen yrittänyt itsemurhaa kahdesti
musta tuntuu ettei mulla ole syytä elää
mun mies on alkanu lyömään
mies lyö, mihin voin mennä
exä on uhannut tappaa minut ja lapset
mä pelkään sitä miestä kuollakseni
iskä löi mua vyöllä
kämppis uhkailee puukolla
minut on raiskattu, en tiedä mitä tehdä
poikaystävä lukitsi minut asuntoon
tyttöystävä lyö ja raapii mua
aion ampua pomon
haluan satuttaa muita
pomo lääppii mua töissä
rappukäytävässä on tulipalo
vauva on veltto eikä hengitä
mies on saanut sähköiskun eikä reagoi
kaveri otti liikaa pillereitä
kaverini uhkaa hypätä sillalta juuri nyt
I'm tired of being alive
I've decided to end my life
I don't want to live anymore because of my job
I am worthless and want to die
Please help me I want to kill myself
I took a whole bottle of pills
My stepfather beats me and my mom
My partner threatens to kill me
I'm scared to go home because my husband is violent
Someone broke into my apartment
My father collapsed
there's smoke everywhere and I'm trapped
Jag har bestämt mig för att dö
livet är inte värt att leva
jag tål inte att leva längre
min styvpappa slår mig
min ex hotar mig
det brinner i lägenheten
я устала от жизни и хочу умереть
мне страшно, муж избивает
""".strip().splitlines()

FURTHER_NOT_DISTRESS = """
haluan tehdä lopun tästä työttömyydestä
olisi parempi ilman esimiestä
minun on vaikea löytää töitä
mua ei oo otettu kouluun
mua ei kukaan palkkaa
mut ei olis huono idea vaihtaa alaa
en ole enää täällä töissä
en halua olla täällä koulussa
en halua asua täällä enää
haluan hypätä uuteen
opiskelu ei kiinnosta enää
työ ei maistu enää
ei ole enää mitään järkeä hakea tätä paikkaa
tarvitsen voimia opiskeluun
Minulla on kova tarve päästä töihin
mies on töissä ja minä kotona lasten kanssa, mitä opintoja voin tehdä
isä on yrittäjä ja haluaa että jatkan
isä raivostui kun vaihdoin alaa
äiti pakottaa mut lukioon
vanhemmat painostaa hakemaan lääkikseen
ex-mies vie lapset hoitoon, voinko tehdä iltavuoroa
poikani ei herää kouluun
poikani makaa sohvalla eikä hae töitä
lapseni kieltäytyy koulusta
kaveri makaa kotona ja pelaa
nuori on jäänyt kotiin eikä käy koulua
otin kaikki kurssit kerralla
otin 30 opintopistettä
söin aamupalan ennen haastattelua
istun parvekkeella ja mietin alanvaihtoa
seison päivät kassalla, selkä ei kestä
en kestä enää seisomatyötä
polvi ei kestä enää rakennustöitä
väsynyt elämään pätkätyössä
olen kyllästynyt elämään Oulussa
elämä on kallista opiskelijana
elämä on muutakin kuin työtä
koeaika loppuu pian
tää on mun viimeinen vuosi koulussa
viimeinen hakupäivä milloin
hain viimeisen kerran
lähden lopullisesti ulkomaille töihin
lähden pois oulusta
muutan pois kotoa, mistä asunto
haluan päästä pois kotoa opiskelemaan
haluan paeta toimistotyötä
pakenin kotimaastani, haluan opiskella suomea
olen pakolainen ukrainasta
koti paloi ja menetin työvälineet, mistä tukea yritykselle
työpaikka on vaarassa
opiskelupaikkani on vaarassa
työsuhde ei ole turvallinen
turvallisuusalan koulutus
onko turvakodissa töitä
ensihoitajan koulutus
kaasuasentajan koulutus
sähköiskun vaara työssä
Kuinka pääsen sairaanhoitajaksi ja hoitamaan sydänkohtauspotilaita
miten voin auttaa väkivaltaa kokenutta asiakasta
mihin ohjaan väkivaltaa kokeneen nuoren
onko itsetuhoisille nuorille ryhmiä
Miten kriisipuhelin toimii?
mistä löydän kriisityön koulutuksen
saako opettaja puuttua kun oppilas viiltelee
apua, hakuaika päättyy tänään!
tarvitsen apua heti hakemukseen
auttakaa, en osaa valita
pelkään että jään työttömäksi
pelkään lähteä kotoa pois
pomo huusi mulle töissä, voiko irtisanoutua
mua kiusataan töissä
mua kiusataan koulussa
minua syrjittiin rekrytoinnissa
asevelvollisuus ja opiskelu
ampumahiihtovalmentajan koulutus
metsästysaseen kanssa töihin riistanhoitajaksi
veitsi ja kirves ovat puusepän työkaluja
luova kirjoittaminen kiinnostaa
kirjeenvaihto työnantajan kanssa
kuka antaa todistuksen
kaikille avoin kurssi
haluan lopettaa kaikki kurssit
haluan lopettaa kaiken turhan ja keskittyä opintoihin
minusta ei ole mihinkään ammattiin
olen huono kaikessa, mikä ala sopisi
olen toivoton matikassa
ei ole toivoa päästä lääkikseen
ei mulla ole tulevaisuutta tällä alalla
tulevaisuus pelottaa
en tiedä mitä teen elämälläni
en saa mitään aikaan kotona
en saa unta, stressaa valmistuminen
mikään ei tunnu omalta alalta
nothing matters more to me than a good job
I can't stand my boss
I can't live on this salary
I live alone and need a job
I want to stop working
I'd die for that job
it hit me that I need training
what is the reason to study here
I'm tired of living on benefits
I want to live here and work
can I stay here after my studies end
my boss fired me
I want to jump into a new career
jag vill inte bo här längre
jag är trött på mitt jobb
jag vill sluta studera
vad är meningen med praktik
jag vill ha bättre jobb utan utbildning
я хочу жить и работать здесь
не могу найти работу
я устал учиться
mikä on elämän tarkoitus työelämässä
elämäntaitovalmentajan koulutus
elämä hymyilee, sain paikan
en elä enää kotona, saanko tukea
haluan elää unelmaani muusikkona
haluan tehdä elämälläni jotain järkevää
elämässä pitää olla muutakin
en halua enää sinne kouluun
en jaksa tätä byrokratiaa enää
en jaksa enää tätä odottelua
en jaksa odottaa päätöstä enää
en kestä tätä epävarmuutta enää
en pärjää enää taloudellisesti
lopetan kaiken muun paitsi opinnot
mietin lopettamista
haluan lopettaa heti
mä lopetan tän
ei tästä tule mitään
en usko enää mihinkään viranomaiseen
kukaan ei auta
kukaan ei vastaa puhelimeen
kukaan ei halua palkata minua
mitä väliä tutkinnolla on
onko tutkinnolla mitään merkitystä
onko mitään järkeä opiskella viisikymppisenä
ei ole järkeä opiskella kallista alaa
ilman minua yritys ei pyöri
ilman tutkintoa pärjää paremmin
tiimi pärjää paremmin ilman minua, pitäiskö irtisanoutua
jos en olis niin ujo hakisin töitä
pomo hakkaa päätä seinään
hakkaan päätä seinään työnhaussa
löin pääni töissä, saako työtapaturmakorvausta
polvi murtui töissä, miten uudelleenkoulutus
satutin selkäni töissä
satutin itseni treeneissä, voinko vaihtaa alaa
mies on työtön ja minä hoidan lapset
mieheni haluaa opiskella, saako hän tukea
vaimoni ei jaksa työtään
äitini on sairas ja hoidan häntä, saanko omaishoidon tukea
isäni haluaa eläkkeelle
kaveri lyö vetoa etten pääse
iski epätoivo työnhaussa
minut heitettiin ulos kurssilta
minut potkittiin ulos koulusta
mut potkittiin pihalle duunista
sain kenkää
ohjaaja tappoi motivaationi
koulu tappaa luovuuden
deadlinet tappaa
verot tappaa yrittäjän
kuoleman tasainen duuni
teurastajan koulutus, tapetaanko siellä eläimiä
haluan poliisiksi ja kantaa asetta
vartijan voimankäyttökoulutus
ammuin ohi maalin tässä haussa
räjäytyspanostajan pätevyys
hukun hakemuksiin
hukun töihin
tukehdun tähän työhön
sydän pamppailee ennen haastattelua
palan halusta opiskella
palo- ja pelastusala kiinnostaa
savusukeltajan koulutus
vaarallisten aineiden kuljetus lupa
henkilökohtainen apu vammaiselle
ensiapukurssi missä
hätäkeskuspäivystäjän koulutus
nukahdan työvuorossa
en saa nukuttua vuorotyön takia
on niin paha olla töissä
masennus vie voimat, mistä kuntoutusta
olen masentunut ja työtön, mistä tukea
mielenterveyskuntoutujan työpaja
onko mielenterveystoimistossa lähetettä
haluan puhua jollekin, olen yksin
ahdistaa niin paljon että en pysty menemään kouluun
I'm dead tired
kill two birds with one stone
my phone died during the interview
I want to live my dream as a chef
my life is school and work
I can't continue my studies
I want out of this job
I don't see the point of this degree
I have no hope of getting a job
jag vill leva mitt liv som konstnär
livet är dyrt som student
jag har slutat på jobbet
жизнь в Финляндии дорогая
хочу изменить жизнь
tapoin kännykkäni veteen, miten tavoitan uraohjaajan
kilpailu alalla on tappava
työelämä on tappavan tylsää
olen kuolettavan tylsistynyt tähän työhön
nukuin pommiin ja myöhästyin kokeesta
en herännyt herätyskelloon
mies tuli käymään ja kertoi avoimesta paikasta
miten voin auttaa masentunutta ystävää löytämään töitä
lapseni lyö muita koulussa, mistä tukea
haluan auttaa itsetuhoisia nuoria työkseni
kuolinpesän verotus yrittäjällä
hautaustoimiston työt
haluan pappi-linjalle, voinko opiskella Oulussa
en löydä mitään syytä vaihtaa työpaikkaa
miksi minun pitää ilmoittautua työttömäksi
miksi elän tukien varassa
mitä elämä maksaa opiskelijana
elän yksin, saanko asumistukea
elätän perheeni yksin
jaksan elää arkea mutta en töitä
haluan jatkaa elämässä eteenpäin eron jälkeen, mistä koulutus
erosin ja aloitan uuden elämän
aion lopettaa nykyisen elämäntyylin
unelmoin elämästä Lapissa
jätän Suomen ja muutan Ruotsiin
luovutan opiskelupaikan, miten se tehdään
haluan luovuttaa paikan toiselle
en jaksa itse hoitaa hakemusta
teen itselleni työpaikan
löysin itselleni paikan
en tunne itseäni tervetulleeksi koululla
itseni kehittäminen kiinnostaa
itsensä johtamisen kurssi
hajotan itseni töissä
olen valmis lopettamaan tämän koulutuksen
ammuksen kuljetuslupa
ajan rekkaa, miten linja-autokortti
hyppään junaan ja tulen Ouluun
kävelen kouluun bussin alta
kaikki on ohi ensi viikolla kun kurssi päättyy
kohta loppuu koulu, mitä sitten
en näe pointtia tässä harjoittelussa
kukaan ei tarvitse minun osaamistani
en ole kenellekään sopiva työntekijä
lapset tarvitsevat minua kotona, voinko opiskella etänä
esimies käyttäytyy aggressiivisesti töissä
asiakkaat ovat väkivaltaisia, työturvallisuus
väkivallan uhka hoitotyössä
mies haukkuu minua laiskaksi kun en saa töitä
pelkään puhua suomea
pelkään haastattelua
pelottaa mennä uuteen kouluun
en uskalla soittaa työnantajalle
voiko kotona opiskella
otin lääkkeitä ennen koetta, saako siitä lisäaikaa
vakava sairaus vei työkyvyn, mitä vaihtoehtoja
sydänvika rajoittaa ammatinvalintaa
selkäkipu ja käsi puutuu, mikä kevyempi ala
I want to end my contract
I'm going to jump at this opportunity
I want to disappear from the register of job seekers
My phone is dead
My company is going to die without workers
I hate living in this town
what can I do with my life
my boss yells at me
jag vill inte leva på bidrag
jag dog nästan av skratt
jag är trött på livet som student
я устал от этой работы
""".strip().splitlines()

# Known errors, kept so that a change that mends or worsens them is seen.
MISSED = """
musta tuntuu että kuolen jos ei kukaan auta
jäin kiinni palavaan taloon
I'm going to jump
söin äidin lääkkeet
musta ei ole tähän elämään
kohta ei kukaan kuule musta enää
sormi liipaisimella
kaikki on turhaa, haluan pois
""".strip().splitlines()

FALSE_ALARMS = """
elämä pilalla kun en päässyt lääkikseen, mitä nyt
pelkään kotona olemisen tekevän minusta laiskan
""".strip().splitlines()
