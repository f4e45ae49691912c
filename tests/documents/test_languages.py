"""What is not English is kept, marked, and not read."""

import pytest

import onrecord
from onrecord.documents import report
from onrecord.documents.languages import language_of
from onrecord.lexicon import table

FRENCH = (
    "Le ministre a dit que la mission quittera la région avant la fin du mois de mai, après onze "
    "ans. Deux cents policiers du Togo doivent arriver lundi à la capitale."
)
KISWAHILI = (
    "Rais wa nchi hiyo alisema Jumatatu kwamba polisi mia mbili watatumwa katika kisiwa hicho wiki "
    "ijayo ili kusaidia vikosi vya usalama kurejesha amani katika mji mkuu wa nchi."
)


@pytest.mark.parametrize("text", table("language")["examples"])
def test_english(text):
    assert language_of(text) == "en"
    assert language_of(text, "fr") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (KISWAHILI, "sw"),
        ("وقال الوزير إن البعثة ستغادر المنطقة قبل نهاية مايو", "ar"),
        ("Министр заявил, что миссия покинет регион", "ru"),
        ("部長は月曜日に語った", "ja"),
        *zip(table("language")["never"], ("fr", "de"), strict=True),
    ],
)
def test_other_languages(text, language):
    assert language_of(f"{text} {text}") == language


@pytest.mark.parametrize(
    "text",
    ["", "2,500", "Kenya Benin Togo", "Port-au-Prince Jacmel Les Cayes", "MINUSTAH ONUCI MINUSCA"],
)
def test_names_and_numbers_are_no_other_language(text):
    assert language_of(text) == "en"


def test_a_declaration_counts_where_the_text_cannot_tell():
    assert language_of("Communiqué", "fr") == "fr"


def test_a_foreign_report_is_kept_unread():
    found = report(FRENCH)
    assert onrecord.read(found) == onrecord.Reading(report=found)
    assert onrecord.read(report("Togo pledged 200 officers on Monday to the mission.")).quantities
