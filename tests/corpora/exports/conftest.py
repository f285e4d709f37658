"""Tagged stories for the exports: one sound, and one that is hostile in every field."""

from datetime import UTC, datetime

import pytest

from corpora.story import Evidence, Prediction, Story, TaggedStory, Tags

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def refused() -> TaggedStory:
    """A failed moment with evidence that overlaps."""
    text = "One minute late, and [EMPLOYEE_1] pointed at the sign: those are the rules."
    rules = text.index("those")
    return TaggedStory(
        Story("s1", "r1", "post", 0, len(text), text, datetime(2026, 3, 4, tzinfo=UTC), "rd", "sg"),
        Prediction(
            Tags(
                {
                    "narrative": ("story",),
                    "narrator": ("customer",),
                    "moment": ("failed",),
                    "drivers": ("rigidity",),
                    "personalization": ("none",),
                    "excuses": ("policy",),
                },
                (
                    Evidence("drivers.rigidity", 0, len(text) - 1),
                    Evidence("excuses.policy", rules, len(text) - 1),
                ),
            ),
            {
                "moment": {"failed": 0.97},
                "drivers": {"rigidity": 0.8},
                "excuses": {"policy": 0.93, "tools": 0.1},
            },
            needs_review=False,
        ),
        "model-1",
        "1",
    )


@pytest.fixture
def hostile() -> TaggedStory:
    """Markup in text, evidence, source, id and versions."""
    text = f"{SCRIPT} said the clerk \" onmouseover='alert(2)' <img src=//evil.example/x>"
    return TaggedStory(
        Story(f"s2{SCRIPT}", "r2", SCRIPT, 0, len(text), text, None, SCRIPT, SCRIPT),
        Prediction(
            Tags(
                {"moment": ("failed",), "excuses": ("tools",), "personalization": ("fake",)},
                (Evidence("excuses.tools", 0, 20), Evidence("moment", 3, 60)),
            ),
            {
                "moment": {"failed": 0.9},
                "excuses": {"tools": 0.9},
                "personalization": {"fake": 0.9},
            },
            needs_review=True,
        ),
        f"model{SCRIPT}",
        "1",
    )
