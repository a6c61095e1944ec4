"""Which concepts together tell of distress: data for `assistant.safety`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Voice = Literal["self", "victim", "any"]


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
    without: tuple[str, ...]
    voice: Voice
    span: int
    ordered: bool
    alone: bool


def _rule(
    kind: str,
    needs: str,
    without: str = "",
    voice: Voice = "self",
    span: int = 6,
    *,
    hint: bool = False,
    ordered: bool = False,
    alone: bool = False,
) -> Rule:
    words = tuple(needs.split()), tuple(without.split())
    return Rule(kind, not hint, *words, voice, span, ordered, alone)


_SELF_HARM = (
    _rule("self_harm", "WANT DIE", "FIGDIE KIN", span=7),
    _rule("self_harm", "WANT DEAD", "FIGDIE KIN", span=5),
    _rule("self_harm", "WISH|WOULDBE DEAD", "FIGDIE", span=5),
    _rule("self_harm", "FIRST DIECOND", "FIGDIE", span=3, hint=True),
    _rule("self_harm", "KILL SELF", "FIGKILL", span=5),
    _rule("self_harm", "HARM SELF", "WORK", span=4),
    _rule("self_harm", "KILL SELFOBJ ME", "FIGKILL AGGRESSOR THREAT WORK", span=4, ordered=True),
    _rule("self_harm", "ME KILL SELFOBJ", "FIGKILL AGGRESSOR THREAT WORK", span=4, ordered=True),
    _rule("self_harm", "SELFHARM FIRST", "TOPIC", span=5),
    _rule("self_harm", "SUICIDE FIRST", "TOPIC CLIENT ASK", span=6),
    _rule("self_harm", "SUICIDE THINK|WANT", "TOPIC CLIENT KIN", span=5),
    _rule("self_harm", "SUICIDE", "TOPIC CLIENT KIN ASK", alone=True, hint=True),
    _rule("self_harm", "JUMP HEIGHT", "WORK", span=5),
    _rule("self_harm", "JUMP VEHICLE UNDER", span=6),
    _rule("self_harm", "JUMP UNDER VEHICLE", span=6),
    _rule("self_harm", "WRIST CUT", span=4),
    _rule("self_harm", "ROPE READY", "WORK", span=6),
    _rule("self_harm", "PILLS TOOMANY", "ASK", span=7),
    _rule("self_harm", "OVERDOSE", "TOPIC CLIENT ASK", span=5),
    _rule("self_harm", "FIRST END|TAKE ENDLIFE", "START", span=5),
    _rule("self_harm", "END ENDLIFE MYOWN", span=5),
    _rule("self_harm", "WANT END ALLTHIS|PAIN", "WORK GUIDE BAD", span=5, ordered=True, hint=True),
    _rule("self_harm", "TAKE ENDLIFE SELF", span=6),
    _rule("self_harm", "TAKE SELF", "WORK", span=3, ordered=True),
    _rule("self_harm", "WANT|COPE|REASON NOT ALIVE", "LIVEON WORK", span=7),
    _rule("self_harm", "NOT COPE|WANT LIVE", "LIVEON WORK ASK KNOW", span=6, ordered=True),
    _rule("self_harm", "REASON ALIVE", "LIVEON WORK", span=5, hint=True),
    _rule("self_harm", "SLEEP NOT WAKE|NOWAKE", "WORK TIME_LATE", span=6, hint=True),
    _rule("self_harm", "SLEEP AWAY", "WORK", span=3, hint=True),
    _rule("self_harm", "WANT|WISH NOT WAKE", "WORK MOVE", span=6, hint=True),
    _rule("self_harm", "NOT WAKE MORE", "WORK KIN", span=4, hint=True),
    _rule("self_harm", "NOT BORN", "WORK", span=4, hint=True),
    _rule("self_harm", "WANT|WISH VANISH", "WORK TRACK", span=5, hint=True),
    _rule("self_harm", "BETTER WITHOUT MEOBJ", "WORK", span=5, hint=True),
    _rule("self_harm", "BETTER IF MEP NOT WOULDBE", "WORK", span=8, hint=True),
    _rule("self_harm", "BETTER IF ME|FIRST GONE|WITHOUT", "WORK", span=9, hint=True),
    _rule("self_harm", "BETTER IF NOT WOULDBE HERE", "WORK MOVE", span=8, hint=True),
    _rule("self_harm", "SLEEP FINAL", "WORK", span=4, hint=True),
    _rule("self_harm", "WISH CHEST|HEART STILL", span=6, hint=True),
    _rule("self_harm", "WANT SELFHARM", "TOPIC CLIENT", span=4),
    _rule("despair", "ALLTHIS STOPS TONIGHT", "WORK GUIDE", span=5, hint=True),
    _rule("self_harm", "BETTER DEAD", "FIGDIE", span=4),
    _rule("self_harm", "MEPART NOT WOULDBE", "WORK PARTICIPLE", span=4, ordered=True, hint=True),
    _rule("self_harm", "AWAY WORLDOUT|FINAL", "WORK", span=5, hint=True),
    _rule("self_harm", "WANT WORLDOUT", "WORK MOVE", span=5, hint=True),
)

_SELF_HARM_SIGNS = (
    _rule("self_harm", "BETTER DIE", "FIGDIE KIN", span=4),
    _rule("self_harm", "EASYWAY DIE", "FIGDIE TOPIC WORK", span=5),
    _rule("self_harm", "DROWNSELF", "TOPIC ASK", span=1),
    _rule("self_harm", "EAT DRUGNAME TOOMANY|NUMBER", "ASK TOPIC", span=6),
    _rule("self_harm", "FIRST EAT POISON", "TOPIC", span=5),
    _rule("self_harm", "STANDS EDGE", "WORK", span=4, hint=True),
    _rule("self_harm", "TIREDOF LIVE", "LIVEON HOME WORK", span=4, hint=True),
    _rule("self_harm", "MEPART NOT BE1 MORE|SOON", "WORK GUIDE PARTICIPLE", span=7, hint=True),
    _rule("self_harm", "LEAVE FINAL", "WORK GUIDE", span=5, hint=True),
    _rule("self_harm", "ALLTHIS|LIFE|PAIN STOPCOND", "WORK GUIDE", span=5, hint=True),
    _rule("self_harm", "NOT WANT EXISTW", "WORK LIVEON", span=6),
    _rule("self_harm", "NOT REASON LIVE", "WORK LIVEON", span=8, hint=True),
)

_ABSENCE = (
    _rule("self_harm", "LEAVE EARTH", "WORK MOVE GUIDE", span=4, hint=True),
    _rule("despair", "ALLTHIS BAD", "WORK GUIDE", span=4, hint=True, alone=True),
    _rule("despair", "NOT REASON WAKE", "WORK GUIDE", span=6, hint=True),
    _rule("self_harm", "FIRST DO IRREVERSIBLE SOMETHING", "WORK GUIDE ASK", span=5, hint=True),
    _rule("self_harm", "DO SELFALL SOMETHING", "WORK", span=4, hint=True, alone=True),
    _rule("self_harm", "FIRST HIT SELF", "FIGHIT WORK", span=4),
    _rule("self_harm", "WANT STRANGER KILL MEOBJ", "FIGKILL", span=6),
    _rule("self_harm", "PILLS WANT TAKE", "ASK TOPIC", span=9, hint=True),
    _rule("self_harm", "NOT REASON BE1 HERE", "WORK GUIDE MOVE", span=7, hint=True),
    _rule("self_harm", "NOT COPE LIFE", "WORK GUIDE HOME MOVE ASK", span=5, hint=True),
    _rule("self_harm", "WANT|WISH STOPS|END BREATHE", "WORK", span=5),
    _rule("self_harm", "FIRST CUTAGAIN MORE", "WORK", span=4),
    _rule("despair", "NOT SEE REASON NOTHING", "WORK GUIDE", span=8, hint=True),
    _rule("self_harm", "LIVEWILL NOT|LOST", "WORK", span=5, hint=True),
    _rule("self_harm", "VOICES TELL KILL|HARM|DIE", "CLIENT", span=6),
    _rule("self_harm", "LEAVE HEAVEN", span=5, hint=True),
    _rule("self_harm", "GIVEUP LIFE|LEAVE", "WORK", span=5, hint=True),
    _rule("self_harm", "DRIVE CAR TREE", "WORK", span=6, hint=True),
    _rule("self_harm", "WANT|WISH PLACE", "WORK", span=4, hint=True),
    _rule("self_harm", "WHYDIE DIE", "FIGDIE KIN TOPIC", span=5, hint=True),
    _rule("self_harm", "WHYDIE FIRST BE1 HERE", "WORK GUIDE MOVE", span=5, hint=True),
    _rule("despair", "ALLTHIS OVER SOON", "WORK GUIDE", span=5, hint=True),
    _rule("despair", "MEPART NOT MISS", "WORK GUIDE", span=4, hint=True, ordered=True),
    _rule("self_harm", "THINK|WANT SELF3 KILL", "CLIENT KIN THIRD TOPIC ASK", "any", hint=True),
    _rule("self_harm", "LIE|LEAVE RAILS", "WORK TOPIC", span=4),
    _rule("self_harm", "WISH|WANT|BETTER NOEXIST", "WORK", span=5, hint=True),
    _rule("self_harm", "FIRST EAT MEDS KIN", "TOPIC ASK", span=5, hint=True),
    _rule("despair", "FORGIVE ALL FIRST", "WORK GUIDE ASK", span=5, hint=True),
    _rule("despair", "NOBODY NOTICE DIE|ALIVE", "WORK", span=7, hint=True),
    _rule("self_harm", "FIRST NOT EXISTW", "WORK GUIDE", span=6, hint=True),
    _rule("self_harm", "WHY ALIVE FIRST", "LIVEON WORK", span=5, hint=True),
    _rule("self_harm", "WISH VEHICLE RUNOVER", span=6, hint=True),
    _rule("despair", "WORLD NOT NEEDS MEOBJ", "WORK GUIDE", span=5, hint=True),
    _rule("despair", "NOBODY NEEDS MEOBJ", "WORK GUIDE", span=4, hint=True),
    _rule("despair", "WRITE WILL FIRST", "WORK GUIDE ASK", span=5, hint=True),
    _rule("self_harm", "NOT WANT BE1 HERE", "WORK GUIDE MOVE", span=6, hint=True),
    _rule("self_harm", "NOT1 BE1 HERE MORE|SOON", "WORK GUIDE MOVE", span=6, hint=True),
    _rule(
        "self_harm", "NOT ALIVE MORE|SOON|ANYWAY", "LIVEON HOME WORK ASK KNOW", span=6, hint=True
    ),
    _rule("self_harm", "WISH|WANT STOPS EXISTW", span=6),
    _rule("self_harm", "DRUGNAME|PILLS DIE", "TOPIC", span=7),
    _rule("self_harm", "DO SELF HARMOTHER", "WORK", span=5),
    _rule("self_harm", "FEAR DO SELF", "WORK", span=5, hint=True),
    _rule("self_harm", "NOT TRUST SELF TONIGHT", "WORK", span=6, hint=True),
    _rule("self_harm", "LEAP FIRST", "WORK GUIDE", span=3, hint=True, alone=True),
    _rule("self_harm", "FIRST END ALLTHIS|PAIN", "WORK GUIDE BAD", span=4, hint=True, ordered=True),
    _rule("despair", "NOT REASON MORE", "WORK GUIDE", span=7, hint=True, alone=True),
)

_DESPAIR = (
    _rule("despair", "LIFE BAD", "WORK GUIDE", span=5, hint=True),
    _rule("despair", "HELPLINE", "WORK TOPIC CLIENT", span=1, hint=True),
    _rule("despair", "LAST LASTTHING FIRST", "WORK GUIDE ASK", span=5, hint=True),
    _rule("despair", "NOT NOTHING LEFT", "WORK GUIDE", span=7, hint=True),
    _rule("despair", "NOBODY EXISTW", "WORK GUIDE", span=7, hint=True),
    _rule("despair", "NOBODY NOT MISS", "WORK GUIDE", span=6, hint=True),
    _rule("despair", "NOBODY MISS ME", "WORK GUIDE", span=7, hint=True),
    _rule("despair", "NOBODY NOTICE IF", "WORK GUIDE", span=6, hint=True),
    _rule("despair", "NOT REASON CONTINUE|GOON", "WORK GUIDE MOVE", span=8, hint=True),
    _rule("despair", "CONTINUE LIFE NOT", "WORK GUIDE MOVE", span=8, hint=True),
    _rule("despair", "LIFE NOT REASON", "WORK GUIDE", span=7, hint=True),
    _rule("despair", "NOTHING NOT MATTER", "WORK GUIDE COMPARE", span=6, hint=True),
    _rule("despair", "NOTHING MATTER", "WORK GUIDE COMPARE", span=3, hint=True, ordered=True),
    _rule("despair", "NOT NOTHING MATTER", "WORK GUIDE ASK COMPARE", span=5, hint=True),
    _rule("despair", "GOODBYE", "WORK GUIDE ASK CLIENT", "any", span=1, hint=True),
    _rule("despair", "WRITE LETTER ALL", "WORK GUIDE ASK", span=6, hint=True),
    _rule("despair", "GIVE AWAY LETTER", "WORK GUIDE ASK", span=9, hint=True),
    _rule("despair", "WANT PAIN STOPS", "WORK GUIDE", span=8, hint=True),
    _rule("despair", "NOT COPE PAIN", "WORK GUIDE", span=8, hint=True),
    _rule("despair", "WANT ALLTHIS STOPS", "WORK GUIDE", span=6, hint=True),
    _rule("despair", "BURDEN OTHERS", "WORK GUIDE", span=6, hint=True),
    _rule("despair", "FIRST BURDEN", "WORK GUIDE TAX", span=5, hint=True),
    _rule("despair", "LIFE OVER", "WORK GUIDE", span=6, hint=True),
    _rule("despair", "NOT HOPE MORE", "WORK GUIDE", span=5, hint=True),
    _rule("despair", "NOT SEE HOPE", "WORK GUIDE", span=6, hint=True),
    _rule("despair", "NOT1 COPE MORE", "WORK GUIDE", span=6, hint=True, alone=True),
    _rule("despair", "NOT COPE GOON ON", "WORK GUIDE", span=5, hint=True),
    _rule("despair", "COPE GOON ON", "WORK GUIDE", span=4, hint=True),
    _rule("despair", "NOT COPE CONTINUE", "WORK GUIDE MOVE", span=5, hint=True),
)

_VIOLENCE = (
    _rule("violence", "HIT MEOBJ|VICTIM", "FIGHIT", voice="victim", span=5),
    _rule("violence", "ME HIT_PASSIVE", "FIGHIT WORK", voice="victim", span=5),
    _rule("violence", "AGGRESSOR HIT", "FIGHIT THIRD WORK", voice="victim", span=6, ordered=True),
    _rule("violence", "HIT|HARM MYKIN", "FIGHIT", voice="victim", span=4, hint=True, ordered=True),
    _rule("violence", "AGGRESSOR ATTACK", "TOPIC ASK", voice="victim", span=5),
    _rule("violence", "ATTACK FIRST|HOME", "TOPIC", voice="victim", span=6),
    _rule("violence", "HANDSON COME MEOBJ|AGGRESSOR", "WORK", voice="victim", span=6),
    _rule("violence", "RAPE ME|FIRST", "TOPIC", voice="victim", span=5),
    _rule("violence", "THREAT KILL|WEAPON", "TOPIC FIGTHREAT", voice="victim", span=6),
    _rule("violence", "THREAT ME AGGRESSOR|STRANGER", "FIGTHREAT WORK", voice="victim", span=6),
    _rule("violence", "THREAT MEOBJ", "FIGTHREAT WORK", voice="victim", span=3, ordered=True),
    _rule("violence", "SAY|TRY KILL MEOBJ|VICTIM", "FIGKILL", voice="victim", span=7),
    _rule("violence", "FEAR KILL MEOBJ|VICTIM", "FIGKILL", voice="victim", span=7),
    _rule("violence", "KILLFIRST PERSONOBJ", "FIGKILL", voice="any", span=4, hint=True),
    _rule(
        "violence",
        "WANT|FIRST KILL PERSONOBJ|AGGRESSOR",
        "FIGKILL",
        voice="victim",
        span=5,
        hint=True,
    ),
    _rule("violence", "FIRST SHOOT PERSONOBJ", "", voice="victim", span=5),
    _rule("violence", "WEAPON AGGRESSOR|STRANGER", "TOPIC ASK", voice="victim", span=6, hint=True),
    _rule("violence", "STALK ME", "TOPIC", voice="victim", span=5),
    _rule("violence", "FOLLOW MEOBJ STREET|FEAR", "WORK", voice="victim", span=7),
    _rule("violence", "FEAR HOMEIN", "WORK MOVE", voice="victim", span=6),
    _rule("violence", "FEAR INTIMATE", "WORK", voice="victim", span=4),
    _rule("violence", "NOT DARE HOMEIN|INTIMATE", "WORK MOVE", voice="victim", span=6),
    _rule("violence", "LOCK MEOBJ", "WORK", voice="victim", span=4),
    _rule("violence", "NOT LETOUT ME OUT", "WORK", voice="victim", span=7),
)

_VIOLENCE_SIGNS = (
    _rule("violence", "MYKIN HIT_PASSIVE", "FIGHIT", "victim", span=4, hint=True),
    _rule("violence", "AGGRESSOR|STRANGER HANDSON THROAT", "WORK", "victim", span=5),
    _rule("violence", "STRANGER HIT KIN", "FIGHIT CLIENT THIRD", "any", span=4, hint=True),
    _rule("violence", "FOLLOW MEOBJ EX", "WORK", "victim", span=5),
    _rule("violence", "AGGRESSOR THROW ME BODY", "WORK", "victim", span=7),
    _rule("violence", "RESTRAIN FIRST|EX|AGGRESSOR", "TOPIC CLIENT", "victim", hint=True),
    _rule("violence", "TAKE PASSPORT MEOBJ|ME", "", "victim", span=5, hint=True),
    _rule("violence", "AGGRESSOR DO ME PERSONHARM", "TOPIC", voice="victim", span=6),
    _rule("violence", "FEAR AGGRESSOR KILL|HIT", "WORK", voice="victim", span=7),
    _rule("violence", "AGGRESSOR NOT LETOUT OUT", "WORK", voice="victim", span=6, hint=True),
    _rule("violence", "AGGRESSOR FORCE MARRIAGE", "TOPIC", voice="victim", span=5),
    _rule("violence", "EX FEAR", "WORK", voice="victim", span=5, hint=True),
    _rule("violence", "MASSACRE FIRST", "TOPIC ASK", voice="victim", span=4),
    _rule("violence", "AGGRESSOR THREAT", "WORK FIGTHREAT TOPIC", voice="victim", span=5),
    _rule("violence", "FEAR SPIRIT", "WORK", voice="victim", span=4),
    _rule("violence", "THROW MEOBJ BODY", "WORK", voice="victim", span=6),
    _rule("violence", "FORCE ME MARRIAGE", "TOPIC", voice="victim", span=7),
    _rule("violence", "TOUCH MEOBJ", "TOPIC", voice="victim", span=4),
    _rule("violence", "AGGRESSOR RAGE", "TOPIC WORK", voice="victim", span=4, hint=True),
    _rule("violence", "FEAR DRUNK", "WORK", voice="victim", span=9, hint=True),
    _rule("violence", "SHELTER", "TOPIC CLIENT WORK", voice="victim", span=1, hint=True),
    _rule(
        "violence", "FLEE HOME|AGGRESSOR|INTIMATE", "TOPIC WORK", voice="victim", span=5, hint=True
    ),
    _rule("violence", "AGGRESSOR TAKE PASSPORT", "WORK", voice="victim", span=5, hint=True),
    _rule("violence", "FIRST HARMOTHER SOMEBODY", "FIGKILL TOPIC", voice="victim", span=6),
    _rule("violence", "ME|TAKE WEAPON", "TOPIC ASK LICENCE", voice="victim", span=6, hint=True),
    _rule("violence", "BREAKIN DOOR", "TOPIC", voice="victim", span=5),
)

_DANGER = (
    _rule("danger", "KIN EAT PILLS|DRUGNAME TOOMANY", "TOPIC CLIENT", "any", span=6),
    _rule("danger", "KIN|CLIENT THREAT|WANT JUMP HEIGHT", "TOPIC", "any", span=6),
    _rule("danger", "SMOKE STUCK|BUILDING", "TOPIC WORK", "any", span=5, hint=True),
    _rule("danger", "COLLAPSE WATER", "TOPIC", voice="any", span=4, hint=True),
    _rule("danger", "OVERDOSE KIN|STRANGER|THIRD", "TOPIC ASK CLIENT", voice="any", span=5),
    _rule("danger", "COLLAPSE NOT RESPOND|WAKE|MOVEBODY", "TOPIC WORK", voice="any", span=7),
    _rule("danger", "NOT RESPOND|MOVEBODY ADDRESS", "TOPIC WORK", voice="any", span=5),
    _rule("danger", "KIN SWALLOW", "TOPIC", voice="any", span=4),
    _rule("danger", "LIE GROUND", "TOPIC WORK", voice="any", span=5),
    _rule("danger", "SMELL GAS", "TOPIC", voice="any", span=4),
    _rule("danger", "BUILDING TRAPPED", "TOPIC WORK", voice="any", span=4, hint=True),
    _rule("danger", "BURN BUILDING TRAPPED", "TOPIC", voice="any", span=6),
    _rule("danger", "NOT GETS AIR", "TOPIC WORK", voice="any", span=4),
    _rule("danger", "HEART ATTACKW FIRST|KIN", "TOPIC ASK WORK", voice="any", span=6),
    _rule("danger", "COME BLOOD", "TOPIC", voice="any", span=4, hint=True),
    _rule("danger", "KIN|STRANGER|THIRD NOT UNRESP", "TOPIC WORK", voice="any", span=6),
    _rule("danger", "MISSING MYKIN", "TOPIC ASK WORK", voice="any", span=4),
    _rule("danger", "WRIST BLOOD|BLEED", "TOPIC", voice="any", span=5),
    _rule("danger", "WEAPON HAND", "TOPIC", voice="any", span=4, hint=True),
    _rule("danger", "KIN EAT POISON", "TOPIC", voice="any", span=5),
    _rule("danger", "HELP1 FIRE", "TOPIC GUIDE WORK", voice="any", span=5),
    _rule("danger", "SEIZURE", "TOPIC ASK WORK", voice="any", span=1),
    _rule("danger", "HEARTATTACK FIRST|KIN", "TOPIC ASK WORK", voice="any", span=5),
    _rule("danger", "CRASH INJURED|FIRST", "TOPIC ASK WORK GUIDE", voice="any", span=6, hint=True),
    _rule("danger", "ICE", "TOPIC ASK WORK", voice="any", span=1),
    _rule("danger", "HELP1 HURRY", "WORK GUIDE ASK", voice="any", span=4, hint=True),
    _rule("danger", "SCREAM HELP1", "WORK GUIDE", voice="any", span=4),
    _rule("danger", "NOT BREATHE", "TOPIC", voice="any", span=4),
    _rule("danger", "BREATHE ODDLY", "TOPIC", voice="any", span=4),
    _rule("danger", "NOT WAKE KIN|STRANGER|THIRD", "WORK WANT MOVE TIME", voice="any", span=5),
    _rule("danger", "UNCONSCIOUS", "TOPIC ASK WORK", voice="any", span=1),
    _rule("danger", "CHESTPAIN", "TOPIC", voice="any", span=1),
    _rule("danger", "CHEST HURT", "TOPIC", voice="any", span=4),
    _rule("danger", "NUMB FACE|CHEST|HURRY", "TOPIC WORK", voice="any", span=4),
    _rule("danger", "STROKE FIRST|KIN", "TOPIC ASK WORK", voice="any", span=4, hint=True),
    _rule("danger", "BLEED BLOOD|STRONGLY", "TOPIC", voice="any", span=5),
    _rule("danger", "BUILDING BURN", "TOPIC", voice="any", span=3, ordered=True),
    _rule("danger", "FIRST BURN BUILDING", "TOPIC MOVE WORK", voice="any", span=4, ordered=True),
    _rule("danger", "FIRE FIRST|HOME|BUILDING", "TOPIC GUIDE", voice="any", span=5),
    _rule("danger", "CALL AMBULANCE", "TOPIC GUIDE ASK", voice="any", span=4),
    _rule("danger", "FIRST DANGER", "TOPIC WORK GUIDE", voice="any", span=4),
    _rule("danger", "NOT1 SAFE", "GUIDE WORK", voice="self", span=4),
    _rule("danger", "NOT SAFE HOME", "GUIDE WORK", voice="victim", span=6),
    _rule("danger", "WATER WEREIN", "TOPIC", voice="any", span=3),
)

RULES: Final = (
    *_SELF_HARM,
    *_SELF_HARM_SIGNS,
    *_ABSENCE,
    *_VIOLENCE,
    *_VIOLENCE_SIGNS,
    *_DANGER,
    *_DESPAIR,
)
"""Likelier and more direct ones first: the first rule that holds names the distress."""
