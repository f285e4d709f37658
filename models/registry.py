"""Which checkpoint is in service: the shipped one, or the one that a pointer file names.

HOME/checkpoints/VERSION/    promoted checkpoints, kept
HOME/champion.json           {"version": ..., "previous": [...]}, replaced in one step
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import CheckpointError
from models.checkpoint import CHAMPION, checkpoint_version, verify_checkpoint
from models.sealing import replace_folder

SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Registry:
    """The promoted checkpoints of a working copy."""

    home: Path

    @property
    def pointer(self) -> Path:
        return self.home / "champion.json"

    def champion(self) -> Path:
        """Return the folder of the checkpoint in service.

        Raises CheckpointError when the pointer is not readable or names a folder that is not there.
        """
        version, _ = self._read()
        return self._folder(version)

    def promote(self, challenger: Path) -> str:
        """Put a copy of a verified checkpoint in service; the old champion stays for rollback.

        A crash on the way leaves the old champion in service.
        """
        version = checkpoint_version(challenger)
        kept = self.home / "checkpoints" / version
        if not _holds(kept, verify_checkpoint(challenger)):
            building = kept.with_name(f".{version}.copy")
            shutil.rmtree(building, ignore_errors=True)
            shutil.copytree(challenger, building)
            verify_checkpoint(building)
            replace_folder(building, kept)
        current, previous = self._read()
        if current != version:
            self._write(version, [*previous, current])
        return version

    def rollback(self) -> tuple[str, str]:
        """Put the champion before this one back in service; return (from, to).

        Raises CheckpointError when there is none.
        """
        current, previous = self._read()
        if not previous:
            raise CheckpointError(
                f"{self.pointer}: no champion before this one; the {current} checkpoint stays"
            )
        back = previous[-1]
        verify_checkpoint(self._folder(back))
        self._write(back, previous[:-1])
        return current, back

    def _folder(self, version: str) -> Path:
        folder = CHAMPION if version == SHIPPED else self.home / "checkpoints" / version
        if not folder.is_dir():
            raise CheckpointError(
                f"{self.pointer} names checkpoint {version}, but {folder} is not there; "
                "run `storylode rollback`, or restore the folder"
            )
        return folder

    def _read(self) -> tuple[str, list[str]]:
        try:
            content = json.loads(self.pointer.read_text(encoding="utf-8"))
            return str(content["version"]), [str(version) for version in content["previous"]]
        except FileNotFoundError:
            return SHIPPED, []
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CheckpointError(
                f"{self.pointer}: not a readable pointer ({type(error).__name__}); "
                "remove it to go back to the shipped champion"
            ) from error

    def _write(self, version: str, previous: list[str]) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        building = self.pointer.with_suffix(".building")
        content = {"version": version, "previous": previous}
        building.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        building.replace(self.pointer)


def _holds(folder: Path, digests: dict[str, str]) -> bool:
    """Whether the folder is that very checkpoint, whole: then it need not be touched.

    It may be the one in service, which a crash in the middle of a replacement would take away.
    """
    try:
        return verify_checkpoint(folder) == digests
    except CheckpointError:
        return False
