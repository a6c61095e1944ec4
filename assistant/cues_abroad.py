"""Words that tell what a question in another language than Finnish asks for, as people write them.

They add to those of `assistant.cues` and are looked for only in messages that aren't Finnish, so
that no Swedish *var* is met in Finnish.
"""

from __future__ import annotations

from assistant.dialogue import Aspect
from assistant.domain import PassageKind, Status


def _phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that commas part."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


ASPECTS_ABROAD: dict[Aspect, tuple[str, ...]] = {
    Aspect.WHO: _phrases(
        """
        who organised, who organized, who ran, who leads, who led, who coordinates,
        who coordinated, who manages, who managed, who is responsible, who is in charge,
        which organisation, which organisations, which organization, which organizations,
        who provides, who arranges, who arranged, organised by, organized by, run by, partners,
        who takes part, who carries out, vem leder, vem ledde, vem drev, vem koordinerar,
        vem koordinerade, vem arrangerar, vem arrangerade, vem ordnade, vem står bakom,
        vilken organisation, vilka organisationer, vilka är med, vilka var med, vem genomför,
        vem genomförde, arrangör, кто проводил, кто организовал, кто ведёт, кто вел, кто отвечает,
        кто координирует, какая организация, какие организации, организатор, кто стоит за,
        кто реализует, кто осуществляет, хто проводить, хто проводив, хто керує, хто керував,
        хто організовує, хто організував, хто відповідає, хто координує, яка організація,
        які організації, організатор, хто стоїть за, хто реалізує
        """
    ),
    Aspect.WHEN: _phrases(
        """
        when is, when was, when will, when were, end date, still going, still active,
        still available, still open, still on, still operating, still exist, is it over, going on,
        expire,
        i slutet av, när slutade, när började, när tar slut, när tog, tar slut, när upphör,
        när upphörde, när startar, när startade, när öppnade, till när, fortfarande, slutdatum,
        fortfarande öppet, fortfarande öppen, ännu öppet, ännu öppen, finns ännu, finns kvar, igång,
        är det slut, gäller till, когда заканчивается, когда закончился, когда закончилась,
        когда закончилось, когда начинается, когда начался, когда открылся, до какого числа,
        до каких пор, ещё действует, ещё работает, всё ещё, действует ли, продолжается,
        коли закінчується, коли закінчився, коли почався, коли починається, коли відкрився,
        коли, до якого, до якого числа, чи ще діє, досі, ще діє, ще працює, чи триває
        """
    ),
    Aspect.FUNDER: _phrases(
        """
        who paid, who finances, who financed, financed, funder, sponsor, paid for by, finansierade,
        finansiär, vem bekostar, кто финансировал, на чьи деньги, за чей счёт, хто фінансує,
        хто фінансував, фінансування, за чий кошт
        """
    ),
    Aspect.FOR_WHOM: _phrases(
        """
        who is it for, who is this for, intended for, meant for, eligible, who qualifies,
        suitable for, suit, target group, who may, för vilka, vem är det för, vilka kan, målgrupp,
        riktar sig, passar, lämpar sig, кому подходит, подойдёт, подходит, кто может,
        целевая группа, на кого рассчитан, кому підходить, підійде, підходить, хто може,
        цільова група, для кого
        """
    ),
    Aspect.WHERE: _phrases(
        """
        address, located, location, which towns, which cities, what municipalities, which town,
        vilka kommuner, i vilka kommuner, vilka orter, på vilken ort, adress, var hålls, var är,
        адрес, где расположен, где это находится, где он находится, где она находится,
        де це знаходиться, какие муниципалитеты, в каких муниципалитетах, в каких городах,
        в каком городе, как добраться, адреса, де знаходиться, які муніципалітети,
        в яких муніципалітетах, в яких містах, в якому місті, як дістатися, how do i get there,
        how to get there, hur kommer jag dit, hur tar jag mig dit
        """
    ),
    Aspect.GOAL: _phrases(
        """
        objective, what do they do, what does do, what is it about, what is the point, mål,
        vad gör, vad går ut på, vad handlar, чем занимается, что делает, зачем нужен, мета,
        чим займається, що робить, навіщо
        """
    ),
    Aspect.COST: _phrases(
        """
        is it free, is this free, free or, price, pricing, costs, fee, fees, charge, expensive,
        cheap, do i pay, have to pay, need to pay, kostnad, pris, avgift, dyr, dyrt, hur mycket,
        betala, стоимость, цена, платно, платный, платить, сколько это стоит, скільки коштує,
        скільки це коштує, ціна, вартість, це безкоштовно,
        чи безкоштовно, платно, платити
        """
    ),
    Aspect.HOURS: _phrases(
        """
        opening times, what time, öppet, vilken tid, во сколько, режим работы, о котрій,
        години роботи, розклад
        """
    ),
    Aspect.CONTACT: _phrases(
        """
        contact details, contact information, get in touch, how do i contact, how can i contact,
        how do i reach, web page, homepage, kontaktuppgifter, hur når, webbplats, hemsida,
        hur kontaktar, как связаться, сайт, контакти, як зв'язатися, як звязатися
        """
    ),
    Aspect.PHONE: _phrases("telephone, telefon, номер телефона, номер телефону"),
    Aspect.AGE: _phrases(
        """
        too old, too young, age requirement, how young, hur gammal, för gammal, för ung, åldrar,
        сколько лет, до скольки лет, какого возраста, по возрасту, вік, скільки років,
        до скількох років, якого віку
        """
    ),
    Aspect.DURATION: _phrases(
        """
        how many weeks, how many months, how many years, duration, last long, hur lång, hur många
        veckor, hur många månader, varar, räcker, длится, продолжительность, сколько времени,
        сколько месяцев, сколько недель, як довго, скільки триває, тривалість, скільки місяців
        """
    ),
    Aspect.LANGUAGE: _phrases("языки, якими мовами, якою мовою, vilka språk talar, mina språk"),
    Aspect.FIELD: _phrases(
        """
        what fields, what can you study, which degrees, which trades, vilka ämnen, vilka yrken,
        vilka branscher, vad kan man studera, vad kan jag studera, чему можно учиться,
        какие специальности, какие профессии, какие направления, чого можна навчитися,
        які спеціальності, які професії
        """
    ),
    Aspect.APPLY: _phrases(
        """
        how can i apply, where do i apply, application, sign up, enrol, enroll, how do i join,
        how can i join, how do i get in, ansökan, ansöka, hur söker, anmäla sig, hur anmäler,
        hur kommer man med, hur kommer jag med, как записаться, как попасть, подать заявку,
        подать заявление, как поступить, як подати, як записатися, як потрапити, заява, як вступити
        """
    ),
    Aspect.DEFINITION: _phrases(
        """
        what are, what's, mean, meaning, explain, står för, förkortning, vad innebär, vad betyder,
        что означает, расшифровывается, що таке, що означає, що значить
        """
    ),
}

HELP_ABROAD: tuple[str, ...] = _phrases(
    """
    who can help, helps, help me, where do i, where could, who can i, where should i, who should i,
    vem hjälper, vem kan hjälpa, vart, hjälpa, var får, кто поможет, помочь, к кому, подскажите,
    посоветуйте, хто допоможе, допомога, допомогти, куди, де, до кого, порадьте, підкажіть
    """
)

SECTIONS_ABROAD: dict[PassageKind, tuple[str, ...]] = {
    PassageKind.CURRENT_STATE: _phrases(
        """
        shortage, lack, challenge, weakness, brist, utmaning, läget, нехватка, недостаток,
        проблема, ситуация, нестача, проблеми, ситуація
        """
    ),
    PassageKind.STRENGTH: _phrases("good practices, works well, сильные стороны, сильні сторони"),
    PassageKind.TARGET: _phrases(
        """
        should be improved, needs improving, development needs, förbättras, utvecklas, развивать,
        улучшить, развитие, розвивати, покращити, розвиток
        """
    ),
    PassageKind.PROJECT: _phrases("проєкт"),
}

LISTS_ABROAD: tuple[str, ...] = _phrases(
    "what are all, list of, alla projekt, перечисли, список, які проєкти, які послуги, перелічи"
)

COUNTS_ABROAD: tuple[str, ...] = _phrases(
    "скільки проєктів, скільки послуг, скільки муніципалітетів"
)

PLAN_ABROAD: tuple[str, ...] = _phrases("according to the plan, enligt planen, в плане, у плані")

STATUSES_ABROAD: dict[Status, tuple[str, ...]] = {
    Status.ACTIVE: _phrases("still going, still active, igång, действуют, діють, тривають"),
    Status.ENDED: _phrases("over, avslutade, завершились, завершено, закінчилися, завершилися"),
    Status.UPCOMING: _phrases("börjar snart, скоро начнутся, скоро почнуться"),
}
