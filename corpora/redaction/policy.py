"""What becomes of each type of personal data: masked, kept, or told more coarsely."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from corpora.errors import ConfigError

SHIPPED_POLICY = Path(__file__).resolve().parents[2] / "configs" / "redaction.yaml"
Action = Literal["mask", "keep", "generalise"]

_MASKED = (
    *("CUSTOMER", "EMPLOYEE", "PERSON", "EMAIL", "PHONE", "ID", "CARD", "IBAN", "IP", "URL"),
    *("USERNAME", "PLATE"),
)
ALLOWED: Mapping[str, tuple[Action, ...]] = MappingProxyType(
    {
        **dict.fromkeys(_MASKED, ("mask", "keep")),
        "DATE_OF_BIRTH": ("mask", "keep", "generalise"),
        "ADDRESS": ("mask", "keep", "generalise"),
        # No placeholder stands for a plain date: it stays, or only its month does.
        "DATE": ("keep", "generalise"),
    }
)
"""Type -> what a policy may say of it; the first is the default."""


class RedactionPolicy(BaseModel):
    """What `configs/redaction.yaml` may say. Types that it leaves out get their default."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    version: str = Field(default="1", min_length=1)
    """For people; raise it with every change."""
    types: Mapping[str, Action] = Field(default={}, validate_default=True)
    """Type -> `mask`, `keep` or `generalise`."""
    spacy_model: str | None = Field(default=None, min_length=1)
    """An installed spaCy pipeline, or a folder with one, whose persons are names as well."""

    @field_validator("types", mode="before")
    @classmethod
    def _are_allowed(cls, written: object) -> object:
        if not isinstance(written, Mapping):
            raise ValueError(
                f"got {type(written).__name__}, expected one line per type, e.g. 'PHONE: mask'; "
                "write the lines indented below 'types:'"
            )
        # All problems at once: whoever writes the file mends it in one go.
        if problems := [p for kind, said in written.items() if (p := _problem(kind, said))]:
            raise ValueError("; ".join(problems))
        return written

    @field_validator("types")
    @classmethod
    def _are_complete(cls, types: Mapping[str, Action]) -> Mapping[str, Action]:
        defaults = {kind: allowed[0] for kind, allowed in ALLOWED.items()}
        return MappingProxyType(defaults | dict(types))

    def action(self, kind: str) -> Action:
        """Return what to do with data of type `kind`."""
        return self.types.get(kind, "mask")

    @cached_property
    def digest(self) -> str:
        """First 12 hex digits of SHA-256 over version and actions; the order of lines is free.

        The pipeline is no part of it: its name and version stand beside the digest.
        """
        shape = json.dumps([self.version, sorted(self.types.items())])
        return hashlib.sha256(shape.encode()).hexdigest()[:12]


DEFAULT_POLICY = RedactionPolicy()
"""Masks every type; the same as the file that ships."""


def load_policy(path: Path = SHIPPED_POLICY) -> RedactionPolicy:
    """Read a policy file.

    Raises ConfigError that names the file, the key and the reason, for all problems at once.
    """
    try:
        written = path.read_text(encoding="utf-8")
        _refuse_doubled(written, path)
        return RedactionPolicy.model_validate(yaml.safe_load(written))
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read ({error.strerror}); expected a redaction policy"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark else ""
        raise ConfigError(f"{path}: not YAML{line}; expected lines like 'PHONE: mask'") from error
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        )
        raise ConfigError(f"{path}: {problems}") from error


def _problem(kind: object, said: object) -> str | None:
    allowed = ALLOWED.get(str(kind))
    if allowed is None:
        return f"'{kind}' is no type of personal data; known types: {', '.join(ALLOWED)}"
    if said not in allowed:
        return f"{kind} is '{said}', but may only be {' or '.join(allowed)}"
    return None


def _refuse_doubled(written: str, path: Path) -> None:
    """Refuse a key that stands twice: YAML would take the last, and a reader may see the first."""
    waiting = [yaml.compose(written, Loader=yaml.SafeLoader)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, yaml.MappingNode):
            continue
        lines: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if (first := lines.setdefault(str(key.value), line)) != line:
                raise ConfigError(
                    f"{path}: '{key.value}' stands in line {first} and again in line {line}; "
                    "expected once: remove one"
                )
            waiting.append(value)
