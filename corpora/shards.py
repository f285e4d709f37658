"""Write the stories of a release as Parquet files of limited length."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from corpora.census import Census
from corpora.rows import row_schema, rows_table
from corpora.story import TaggedStory
from corpora.taxonomy import Taxonomy

_GROUP_ROWS = 2000
"""Rows in memory, and in one row group of a Parquet file."""


@dataclass(slots=True)
class Shards:
    """Writes Parquet files of at most `rows_per_shard` rows and counts what goes by."""

    folder: Path
    taxonomy: Taxonomy
    rows_per_shard: int
    census: Census = field(default_factory=Census)
    rows: list[int] = field(default_factory=list)

    def write(self, stories: Iterator[TaggedStory]) -> None:
        """Write all `stories` under `folder/data`."""
        (self.folder / "data").mkdir()
        # No story at all still gives one file, so that the columns are told.
        while self._write_shard(islice(stories, self.rows_per_shard)) == self.rows_per_shard:
            pass
        if len(self.rows) > 1 and self.rows[-1] == 0:
            self._written(len(self.rows) - 1).unlink()
            self.rows.pop()
        for number in range(len(self.rows)):
            self._written(number).rename(self.folder / self.name(number))

    def name(self, number: int) -> str:
        """Return the path of shard `number` inside the release."""
        return f"data/train-{number:05d}-of-{len(self.rows):05d}.parquet"

    def _written(self, number: int) -> Path:
        return self.folder / "data" / f"{number:05d}"

    def _write_shard(self, stories: Iterator[TaggedStory]) -> int:
        import pyarrow.parquet as parquet  # type: ignore[import-untyped] # it ships no types

        rows = 0
        path = self._written(len(self.rows))
        with parquet.ParquetWriter(path, row_schema(self.taxonomy), compression="zstd") as writer:
            while group := list(islice(stories, _GROUP_ROWS)):
                table = rows_table(group, self.taxonomy)
                writer.write_table(table)
                rows += len(group)
                self.census.arrow_bytes += table.nbytes
                for story in group:
                    self.census.add(story)
        self.rows.append(rows)
        return rows
