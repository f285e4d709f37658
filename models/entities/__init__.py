"""The learned recogniser of personal data: a token head on a small encoder.

It finds what no pattern and no list can: names that nobody listed, in small letters, misspelt, or
that are words too. `corpora.redaction.Redactor` takes it beside its rules.
"""
