"""Personal data is masked, and nothing that only looks like it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.personal_data import (
    ACCOUNT,
    EMAIL,
    IDENTITY_CODE,
    PHONE,
    is_identity_code,
    mask,
)

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SIGNS = {1800: "+", 1900: "-YXWVU", 2000: "ABCDEF"}
DIGITS = "0123456789"


@st.composite
def identity_codes(draw):
    born = draw(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
    sign = draw(st.sampled_from(SIGNS[born.year // 100 * 100]))
    number = draw(st.integers(2, 999))
    digits = f"{born:%d%m}{born.year % 100:02}{number:03}"
    code = f"{digits[:6]}{sign}{digits[6:]}{CHECKS[int(digits) % 31]}"
    return draw(st.sampled_from((code, code.lower())))


@st.composite
def accounts(draw):
    basic = draw(st.text(DIGITS, min_size=14, max_size=14))
    check = 98 - int(basic + "1518" + "00") % 97
    compact = f"FI{check:02}{basic}"
    grouped = " ".join(compact[at : at + 4] for at in range(0, 18, 4))
    return draw(st.sampled_from((compact, grouped, grouped.lower())))


@given(st.text(max_size=30), identity_codes(), st.text(max_size=30))
def test_every_valid_identity_code_is_masked_whatever_surrounds_it(before, code, after):
    masked = mask(before + code + after)
    assert code not in masked
    assert IDENTITY_CODE in masked


@given(identity_codes(), st.sampled_from(CHECKS))
def test_identity_code_with_a_wrong_check_character_is_left(code, other):
    assert is_identity_code(code[:-1] + other) == (other == code[-1].upper())


@pytest.mark.parametrize(
    "code",
    ["131052-308T", "131052-308t", "131052a308t", "131052Y308T", "131052 - 308T", "131052–308T"],
)
def test_spellings_of_an_identity_code_are_masked(code):
    assert mask(f"Hetuni on {code}, mitä nyt?") == f"Hetuni on {IDENTITY_CODE}, mitä nyt?"


@pytest.mark.parametrize("code", ["310252-3084", "131052-308U", "131052G308T", "1310-52-308T"])
def test_what_only_looks_like_an_identity_code_is_left(code):
    assert mask(code) == code


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(("{}", "{}–{}", "{}-{}", "{} - {}", "ajalla {}-{}.", "({})")),
    st.sampled_from(("{0.day}.{0.month}.{0.year}", "{0:%d.%m.%Y}", "{0:%Y-%m-%d}", "{0:%d-%m-%Y}",
                     "{0:%Y%m%d}")),
)  # fmt: skip
def test_dates_and_periods_are_never_masked(first, last, frame, written):
    text = frame.format(written.format(first), written.format(last))
    assert mask(text) == text


@given(accounts(), st.sampled_from(("Tilini on {}.", "{}", "maksa tilille {} kiitos")))
def test_every_valid_account_is_masked(account, frame):
    assert mask(frame.format(account)) == frame.format(ACCOUNT)


@given(accounts())
def test_account_with_a_wrong_checksum_is_left(account):
    wrong = account[:-1] + str((int(account[-1]) + 1) % 10)
    assert ACCOUNT not in mask(wrong)


@given(
    st.sampled_from(("040", "0400", "041", "044", "0457", "046", "050", "+358 40", "+35850",
                     "0035844", "+358 (0)40")),
    st.text(DIGITS, min_size=6, max_size=7),
    st.sampled_from(("", " ", "-")),
    st.sampled_from(("numeroni on {}", "{}", "soita {}, kiitos", "({})")),
)  # fmt: skip
def test_every_mobile_number_is_masked(prefix, rest, gap, frame):
    number = f"{prefix}{gap}{rest[:3]}{gap}{rest[3:]}"
    assert mask(frame.format(number)) == frame.format(PHONE)


@pytest.mark.parametrize(
    "number",
    ["040 123 4567", "0401234567", "040-1234567", "+358 40 123 4567", "+358401234567",
     "08 555 1234", "(08) 555 1234", "044.123.4567", "+46 70 123 45 67", "050 12 34 567",
     "04012 34567", "+380 67 123 45 67", "040\u00a0123\u00a04567"],
)  # fmt: skip
def test_telephone_numbers_of_persons_are_masked(number):
    assert mask(f"Puh. {number}") == f"Puh. {PHONE}"


@pytest.mark.parametrize(
    "text",
    ["Soita 112", "Päivystysapu 116117", "Päivystysapu 116 117", "Kriisipuhelin 09 2525 0111",
     "09 25250111", "+358 9 2525 0111", "31.5.2026", "1.1.2024–31.12.2026", "vuosina 2024-2028",
     "90100 Oulu", "00100 Helsinki", "04200 Kerava", "Y-tunnus 1234567-8", "klo 08.30-15.45",
     "0295 025 500", "020 123 4567", "0800 123 456", "palkka 2 500 000 euroa", "0-6-vuotiaat",
     "05.03.2026", "2026-11-24", "9-12 kk", "osa 3 luku 1.2.10", "v. 2026 oli 12 345 678 henkeä"],
)  # fmt: skip
def test_service_numbers_dates_and_other_figures_are_left(text):
    assert mask(text) == text


def test_listed_service_numbers_are_left_in_any_spelling():
    text = "Ohjaamo 040 123 4567 tai +358 40 1234567, minä 040 765 4321"
    assert mask(text, {"+358 40 123 4567"}) == (
        f"Ohjaamo 040 123 4567 tai +358 40 1234567, minä {PHONE}"
    )


@pytest.mark.parametrize(
    "address",
    ["maija.meikalainen@example.fi", "m+työ@sub.example.com", "ÄITI@posti.fi", "a_b-c@x-y.org",
     "maija (at) example.fi"],
)  # fmt: skip
def test_email_addresses_are_masked(address):
    assert mask(f"Kirjoita {address}.") == f"Kirjoita {EMAIL}."


@pytest.mark.parametrize("text", ["@osao", "a @ b", "klo 9 @Ohjaamo", "hinta 5 e/kk"])
def test_what_is_no_email_address_is_left(text):
    assert mask(text) == text


def test_everything_in_one_message_is_masked():
    text = "Olen 131052-308T, 040 123 4567, a@b.fi, FI21 1234 5600 0007 85, muutin 31.5.2026"
    assert mask(text) == (f"Olen {IDENTITY_CODE}, {PHONE}, {EMAIL}, {ACCOUNT}, muutin 31.5.2026")


@given(st.text(max_size=80))
def test_masking_twice_changes_nothing(text):
    assert mask(mask(text)) == mask(text)
