"""Dates to their month, addresses to their town: less precise words, or none."""

import pytest

from corpora.redaction.coarse_dates import month_of, written_days
from corpora.redaction.coarse_places import town_of


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("3 March 1984", "March 1984"),
        ("3rd of March, 1984", "March 1984"),
        ("March 3, 1984", "March 1984"),
        ("1984-03-14", "March 1984"),
        ("14.03.1984", "March 1984"),
        ("3.4.1984", "April 1984"),  # with points the day comes first
        ("14/03/1984", "March 1984"),
        ("03/14/1984", "March 1984"),
        ("4/4/1984", "April 1984"),
        ("03/04/1984", "1984"),  # March or April: not guessed
        ("12-Mar-84", "March '84"),
        ("12th March", "March"),
        ("March 12", "March"),
        ("the third of March nineteen eighty-four", "March nineteen eighty-four"),
        ("on Christmas Day 1984", "1984"),
        ("3/4/0000", None),
        ("the fourth of the fifth", None),
    ],
)
def test_a_date_gives_its_month_and_year_where_they_are_sure(date: str, month: str | None) -> None:
    assert month_of(date) == month


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Tuesday, 3rd May 2024 at 10am", ["Tuesday, 3rd May 2024"]),
        ("from 3 to 6 May we", ["3 to 6 May"]),
        ("it came 2024-05-03 10:00", ["2024-05-03"]),
        ("on the twenty-first of June", ["the twenty-first of June"]),
        ("the 2nd march through town; 5 may be late", []),
        ("4/5 stars, version 1.2.34, room 12, in May 2024", []),
    ],
)
def test_only_dates_that_name_a_day_are_found(text: str, days: list[str]) -> None:
    assert [text[one.start : one.end] for one in written_days(text)] == days


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("14 Rose Lane, Leeds LS6 2QT", "Leeds"),
        ("14 Rose Lane Leeds LS6 2QT", "Leeds"),
        ("Hannah Whitcombe\n14 Rose Lane\nYork YO1 7HH", "York"),
        ("Lindenstra\u00dfe 12, 1170 Wien", "Wien"),
        ("9 Elm Road, Otley, West Yorkshire", "West Yorkshire"),
        ("300 Birch Ave, Austin, TX 78701", "TX"),
        ("PO Box 123, Leeds", "Leeds"),
        ("14 London Road", None),  # a street is not where it leads
        ("Victoria\n14 Rose Lane", None),
        ("14 Rose Lane, Whitcombe Cottage", None),
        ("14 Rose Lane, Charlotte", None),  # perhaps the one who is written to
        ("LS6 2QT", None),
    ],
)
def test_an_address_gives_its_last_place_that_is_on_a_list(address: str, town: str | None) -> None:
    assert town_of(address) == town
