"""Hand-checked forms of the 30 municipalities of the home region, and of Posio and Puolanka.

Written by hand, not made by the code under test: genitive, partitive, inessive, elative, illative,
adessive, ablative, allative, essive, translative.
"""

FORMS = """
Alavieska Alavieskan Alavieskaa Alavieskassa Alavieskasta Alavieskaan Alavieskalla Alavieskalta Alavieskalle Alavieskana Alavieskaksi
Haapajärvi Haapajärven Haapajärveä Haapajärvessä Haapajärvestä Haapajärveen Haapajärvellä Haapajärveltä Haapajärvelle Haapajärvenä Haapajärveksi
Haapavesi Haapaveden Haapavettä Haapavedessä Haapavedestä Haapaveteen Haapavedellä Haapavedeltä Haapavedelle Haapavetenä Haapavedeksi
Hailuoto Hailuodon Hailuotoa Hailuodossa Hailuodosta Hailuotoon Hailuodolla Hailuodolta Hailuodolle Hailuotona Hailuodoksi
Ii Iin Iitä Iissä Iistä Iihin Iillä Iiltä Iille Iinä Iiksi
Kalajoki Kalajoen Kalajokea Kalajoessa Kalajoesta Kalajokeen Kalajoella Kalajoelta Kalajoelle Kalajokena Kalajoeksi
Kempele Kempeleen Kempelettä Kempeleessä Kempeleestä Kempeleeseen Kempeleellä Kempeleeltä Kempeleelle Kempeleenä Kempeleeksi
Kuusamo Kuusamon Kuusamoa Kuusamossa Kuusamosta Kuusamoon Kuusamolla Kuusamolta Kuusamolle Kuusamona Kuusamoksi
Kärsämäki Kärsämäen Kärsämäkeä Kärsämäessä Kärsämäestä Kärsämäkeen Kärsämäellä Kärsämäeltä Kärsämäelle Kärsämäkenä Kärsämäeksi
Liminka Limingan Liminkaa Limingassa Limingasta Liminkaan Limingalla Limingalta Limingalle Liminkana Limingaksi
Lumijoki Lumijoen Lumijokea Lumijoessa Lumijoesta Lumijokeen Lumijoella Lumijoelta Lumijoelle Lumijokena Lumijoeksi
Merijärvi Merijärven Merijärveä Merijärvessä Merijärvestä Merijärveen Merijärvellä Merijärveltä Merijärvelle Merijärvenä Merijärveksi
Muhos Muhoksen Muhosta Muhoksessa Muhoksesta Muhokseen Muhoksella Muhokselta Muhokselle Muhoksena Muhokseksi
Nivala Nivalan Nivalaa Nivalassa Nivalasta Nivalaan Nivalalla Nivalalta Nivalalle Nivalana Nivalaksi
Oulainen Oulaisten Oulaisia Oulaisissa Oulaisista Oulaisiin Oulaisilla Oulaisilta Oulaisille Oulaisina Oulaisiksi
Oulu Oulun Oulua Oulussa Oulusta Ouluun Oululla Oululta Oululle Ouluna Ouluksi
Posio Posion Posiota Posiossa Posiosta Posioon Posiolla Posiolta Posiolle Posiona Posioksi
Pudasjärvi Pudasjärven Pudasjärveä Pudasjärvessä Pudasjärvestä Pudasjärveen Pudasjärvellä Pudasjärveltä Pudasjärvelle Pudasjärvenä Pudasjärveksi
Puolanka Puolangan Puolankaa Puolangassa Puolangasta Puolankaan Puolangalla Puolangalta Puolangalle Puolankana Puolangaksi
Pyhäjoki Pyhäjoen Pyhäjokea Pyhäjoessa Pyhäjoesta Pyhäjokeen Pyhäjoella Pyhäjoelta Pyhäjoelle Pyhäjokena Pyhäjoeksi
Pyhäjärvi Pyhäjärven Pyhäjärveä Pyhäjärvessä Pyhäjärvestä Pyhäjärveen Pyhäjärvellä Pyhäjärveltä Pyhäjärvelle Pyhäjärvenä Pyhäjärveksi
Pyhäntä Pyhännän Pyhäntää Pyhännässä Pyhännästä Pyhäntään Pyhännällä Pyhännältä Pyhännälle Pyhäntänä Pyhännäksi
Raahe Raahen Raahea Raahessa Raahesta Raaheen Raahella Raahelta Raahelle Raahena Raaheksi
Reisjärvi Reisjärven Reisjärveä Reisjärvessä Reisjärvestä Reisjärveen Reisjärvellä Reisjärveltä Reisjärvelle Reisjärvenä Reisjärveksi
Sievi Sievin Sieviä Sievissä Sievistä Sieviin Sievillä Sieviltä Sieville Sievinä Sieviksi
Siikajoki Siikajoen Siikajokea Siikajoessa Siikajoesta Siikajokeen Siikajoella Siikajoelta Siikajoelle Siikajokena Siikajoeksi
Siikalatva Siikalatvan Siikalatvaa Siikalatvassa Siikalatvasta Siikalatvaan Siikalatvalla Siikalatvalta Siikalatvalle Siikalatvana Siikalatvaksi
Taivalkoski Taivalkosken Taivalkoskea Taivalkoskessa Taivalkoskesta Taivalkoskeen Taivalkoskella Taivalkoskelta Taivalkoskelle Taivalkoskena Taivalkoskeksi
Tyrnävä Tyrnävän Tyrnävää Tyrnävässä Tyrnävästä Tyrnävään Tyrnävällä Tyrnävältä Tyrnävälle Tyrnävänä Tyrnäväksi
Utajärvi Utajärven Utajärveä Utajärvessä Utajärvestä Utajärveen Utajärvellä Utajärveltä Utajärvelle Utajärvenä Utajärveksi
Vaala Vaalan Vaalaa Vaalassa Vaalasta Vaalaan Vaalalla Vaalalta Vaalalle Vaalana Vaalaksi
Ylivieska Ylivieskan Ylivieskaa Ylivieskassa Ylivieskasta Ylivieskaan Ylivieskalla Ylivieskalta Ylivieskalle Ylivieskana Ylivieskaksi
"""  # noqa: E501

CASES = (
    "genitive", "partitive", "inessive", "elative", "illative", "adessive", "ablative", "allative",
    "essive", "translative",
)  # fmt: skip

TABLE = {
    row.split()[0]: dict(zip(CASES, row.split()[1:], strict=True))
    for row in FORMS.split("\n")
    if row
}

CARRIERS = (
    "Mistä {} saa apua työnhakuun?",
    "olen työtön ja mietin {} opiskelua tai uutta alaa",
    "Hei! Tuttavani puhui {}, kun kysyin kursseista.",
    "onko {} mitään nuorille jotka ei oo töissä",
    "Miten {} liittyy tähän hankkeeseen vuonna 2026?",
)

SPOKEN_ENDINGS = {
    "inessive": lambda form: form[:-2],
    "elative": lambda form: form[:-1],
    "adessive": lambda form: form[:-2],
    "ablative": lambda form: form[:-1],
    "illative": lambda form: form[:-1],
    "translative": lambda form: form[:-1],
}


def variants(case, form, number):
    """Return the form itself and what people make of it: bare letters, a typing error, speech."""
    yield "as written", form
    yield "without diacritics", form.lower().translate(str.maketrans("äö", "ao"))
    if len(form) >= 7:
        yield "typing error", mistyped(form, number)
    spoken = SPOKEN_ENDINGS.get(case)
    yield "spoken", spoken(form) if spoken else form.lower() + "kin"


def mistyped(form, number):
    """Make one typing error inside a form: a letter lost, doubled or swapped with the next."""
    place = 2 + number % (len(form) - 4)
    kind = number % 3
    if kind == 0:
        return form[:place] + form[place + 1 :]
    if kind == 1 or form[place] == form[place + 1]:
        return form[:place] + form[place] + form[place:]
    return form[:place] + form[place + 1] + form[place] + form[place + 2 :]
