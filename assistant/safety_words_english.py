"""English words that tell of distress: written as `assistant.safety_words`."""

from __future__ import annotations

from typing import Final

ENGLISH: Final = """
ME: me i i'm im i'd i've i'll my us
SELF: myself meself mysef self
SELF3: himself herself themselves themself
NOT: not don't dont can't cant won't no never didn't isn't doesn't cannot nothing without wouldn't
    wasn't couldnt couldn't aint
NOT1: don't dont can't cant cannot
MORE: anymore longer more any ever again forever
WANT: want wanna wish wished thinking think thought planning plan going gonna ready wanting feel
    hope decided considering hoping would tempted intend prefer rather solution option keep
    constantly
WISH: wish hope rather better
DIE: die death dying
DEAD: dead
FIGDIE: laughing laughter boredom hungry hunger know tired embarrassment curious cold heat hear
    see learn start find try get company business industry
KILL: kill hang shoot drown poison hurt killing hanging shooting harm harming cut cutting slit
    murder stab strangle hurting unalive offing stabbing
SUICIDE: suicide suicidal suicid* sucid* self-harm selfharm suicde kms self-harming selfharming
TOPIC: prevention training course study research statistics prevent thesis project recognise
    recognize worker hotline volunteer awareness topic counsellor essay identify
END: end ending ended
ALLTHIS: it everything things all
ENDLIFE: life
TAKE: take taking took
LIFE: life
LIVE: live living alive life exist existing
ALIVE: live living alive exist existing
LIVEON: in on with at here alone near abroad benefits together
COPE: can't cant cannot can stand keep able continue handle bear deserve survive
REASON: reason point meaning purpose worth use sense will reasons anything nothing
CONTINUE: continue living
GOON: go going carry carrying keep
ON: on
BETTER: better easier happier best relieved
WITHOUT: without
MEOBJ: me
GONE: gone dead disappeared died disappear
IF: if when once
BORN: born
VANISH: disappear vanish
SLEEP: sleep asleep
WAKE: wake waking awake
NOBODY: nobody no-one noone one
MISS: miss notice remember
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
HEIGHT: bridge roof balcony window cliff building ledge
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
    kick kicks kicked punch punches punched abuse abuses abused abusing stabbed raped rapes
    assaulted attacked strangles attacks pushes hurts pushed shoves threw dragged punching kicking
    choking slapping strangling strikes threatened
FIGHIT: it that this job news deadline
ATTACK: violent abusive abuse violence
VIOLENCE: violence abuse
RAPE: raped rape assaulted
AGGRESSOR: husband wife boyfriend girlfriend partner father dad mother mom mum stepfather stepdad
    ex he she brother uncle fiance spouse roommate son
STRANGER: someone somebody they stranger neighbour neighbor man
HOME: home house
MYKIN: kids children son daughter wife husband baby
THREAT: threatens threaten threatened threatening threats
SAY: said says say will told promised going
FEAR: afraid scared fear terrified frightened petrified
INTIMATE: husband wife boyfriend girlfriend partner father dad stepfather ex him
STALK: stalking stalks stalker stalked
FOLLOW: following follows
STREET: street home
LOCK: locks locked lock locking
WEAPON: knife gun weapon pistol bomb razor blade
PERSONOBJ: him her them boss everyone ex husband wife teacher someone people somebody
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
CLIENT: client student patient pupil customer participant colleague learner teenager people
    clients students young youth
KIN: friend brother sister mother father son daughter husband wife mum mom dad boyfriend
    girlfriend cousin roommate kid child friend's grandma grandpa grandmother grandfather baby
THIRD: him her he she his them they
ASK: where what how which who when could
WORK: job work school shift shifts course studies study shop boss applying application rent night
MEP: me i
GUIDE: job work study studying course courses career school advice apply application cv training
    degree language finnish visa benefit benefits counselling guidance education internship
    university unemployment employment learn
NEED: need looking want help find
TIREDOF: tired sick done exhausted
BAD: meaningless pointless hell worthless unbearable worth
EAT: took take swallowed taken ate drank
DRUGNAME: pills tablets paracetamol ibuprofen
POISON: bleach poison antifreeze
STANDS: standing sitting stand
EDGE: bridge roof ledge tracks rails
EASYWAY: painless painlessly easiest way
SOON: soon
LAST: last final
LASTTHING: message letter night goodbye
LEFT: left lose
EXISTW: exist alive existed
FILL: really just so do this take it like
FORCE: forces forcing forced force
MARRIAGE: marry marriage sex prostitution
TOUCH: touches touched molested molests rapes
HELPLINE: helpline hotline lifeline
SHELTER: shelter
FLEE: hiding escape escaped fled ran running
PASSPORT: passport phone money documents
HARMOTHER: hurt kill
SOMEBODY: someone somebody people others
SEIZURE: choking seizure drowning convulsing convulsions
CRASH: accident crash
INJURED: injured bleeding
HEARTATTACK: stroke
BREAKIN: breaking broke break
DOOR: in into door
DRUNK: drunk
SHOOT: shoot stab bomb
HARM: burn burning starve
HERE: here around
BE1: be am being
NOTICE: care notice cares
LETOUT: let lets letting allow allows
OUT: out leave go
FIRE: fire
SPIRIT: life
LEAP: jump jumping
COLLAPSE: collapsed fell
MOVEBODY: moving responding responsive
RESPOND: responding respond responsive answering
SMELL: smell smells
GAS: gas
LIE: lying
GROUND: ground floor unresponsive
SWALLOW: swallowed
DO: do doing
TONIGHT: tonight
TRUST: trust
TRY: tried tries trying
WHY: why
NEEDS: need needs love loves
WORLD: world nobody
HEART: heart
ATTACKW: attack
HOMEIN: home
COMPARE: more
MASSACRE: shooting massacre
GETS: get catch
AIR: air
EX: ex
FORGIVE: forgive sorry
STILL: stopped stop stops
UNRESP: responding responsive
LIVEWILL: will
ANYWAY: long
GIVEUP: giving
CAR: car
DRIVE: drive crash
TREE: tree wall
VOICES: voices
TELL: telling tell
HEAVEN: heaven
MISSING: missing
WHYDIE: why
HAND: hand
CUTAGAIN: cutting
HELP1: help
IRREVERSIBLE: stupid irreversible terrible
SELFALL: myself
SOMETHING: something
THROAT: throat neck
TRACK: register list
SMOKE: smoke
STUCK: trapped stuck everywhere
EARTH: world
LEAVE: leave leaving
FACE: face mouth
"""
