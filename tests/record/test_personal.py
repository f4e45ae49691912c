"""Personal names compared: whatever may be one is found, and from either side alike."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import table
from onrecord.record.personal import keys_of, personal_name, relations, sought

FORMS = [form for line in table("identity")["given_names"] for form in line.split()]
GIVEN = st.sampled_from([*FORMS, "B.", "T.", "Orrin", "Kithu"])
SURNAMES = st.sampled_from(
    [
        "Kadambi",
        "al-Tarwi",
        "Tarwi",
        "Khasanov",
        "Hasanov",
        "Ruiz",
        "Zelensky",
        "Zelenskyy",
        "Brink",
    ]
)
NAMES = st.builds(
    lambda given, surnames: personal_name(" ".join((*given, *surnames))),
    st.lists(GIVEN, max_size=2),
    st.lists(SURNAMES, min_size=1, max_size=2),
)


@given(NAMES, NAMES)
def test_the_neighbourhood_that_is_searched_misses_no_pair(one, other):
    if relations(one, other):
        assert sought(one) & keys_of(other) or sought(other) & keys_of(one)


@given(NAMES, NAMES)
def test_two_names_stand_to_each_other_alike_from_either_side(one, other):
    assert relations(one, other) == relations(other, one)


@given(NAMES)
def test_a_name_goes_with_itself(name):
    assert relations(name, name)
