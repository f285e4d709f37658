"""What `configs/nightly.yaml` may say. Paths are relative to the folder that storylode runs in."""

from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from corpora.errors import ConfigError

if TYPE_CHECKING:
    from corpora.redaction import RedactionPolicy

HOME = Path(".storylode")
"""Where a working copy keeps its store, its promoted checkpoints and its Prefect server."""


class _Written(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True
    )


class SourceConfig(_Written):
    """A place that stories come from: a file, or a folder with files of any supported format."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    """Stands in every row; part of a story's id, so do not rename a source."""
    path: Path
    text_column: str = "text"
    """Where a table keeps the text; without it the usual names are tried."""
    id_column: str = "id"
    created_at_column: str = "created_at"


class RedactionConfig(_Written):
    """How personal data is taken out."""

    policy: Path | None = None
    """A redaction policy file; default: every type is masked."""


class NightlyConfig(_Written):
    """What a night does. Unknown keys are errors."""

    sources: tuple[SourceConfig, ...] = Field(min_length=1)
    home: Path = HOME
    """Folder of the store, the promoted checkpoints and the Prefect server."""
    store: str | None = None
    """Path of a SQLite file or a database URL; default `store.sqlite` in `home`."""
    output: Path = Path("out")
    """Gets `tagged/` (dataset versions), `summary.html` and `collections/`."""
    checkpoint: Path | None = None
    """A checkpoint folder; default the champion."""
    collections: tuple[Path, ...] = ()
    """Collection files that every night writes anew."""
    redaction: RedactionConfig = RedactionConfig()
    """What is masked, kept or told more coarsely."""
    max_rejected_share: float = Field(default=0.1, ge=0, le=1)
    """A source of which more is unreadable, 0..1, stops the night before anything is published.
    Records in other languages do not count: they are kept aside, not broken."""
    min_rejected: int = Field(default=10, ge=0)
    """Fewer rejected records than this never stop a night, whatever their share."""

    @field_validator("sources")
    @classmethod
    def _names_are_distinct(cls, sources: tuple[SourceConfig, ...]) -> tuple[SourceConfig, ...]:
        names = [source.name for source in sources]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"source name used twice: {', '.join(doubled)}")
        return sources

    @property
    def store_location(self) -> Path | str:
        """What `Store.open` takes."""
        if self.store is None:
            return self.home / "store.sqlite"
        return self.store if "://" in self.store else Path(self.store)

    @property
    def redaction_policy(self) -> "RedactionPolicy":
        """What the redactor takes. Raises ConfigError when its file is wrong."""
        # The patterns of redaction take half a second to compile.
        from corpora.redaction import DEFAULT_POLICY, load_policy

        path = self.redaction.policy
        return DEFAULT_POLICY if path is None else load_policy(path)

    @property
    def tagged(self) -> Path:
        """Folder of the dataset versions."""
        return self.output / "tagged"


def load_nightly_config(path: Path) -> NightlyConfig:
    """Read a nightly configuration.

    Raises ConfigError that names the file, the key and the reason, for all problems at once; also
    when the redaction policy that it names is wrong.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        settings = NightlyConfig.model_validate(content)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}: not YAML") from error
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()
        )
        raise ConfigError(f"{path}: {problems}") from error
    if settings.redaction.policy is not None:
        _ = settings.redaction_policy  # no night begins with one that cannot be read
    return settings
