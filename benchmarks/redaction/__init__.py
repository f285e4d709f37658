"""Measuring redaction: storylode beside Presidio, on texts whose personal data is marked."""
