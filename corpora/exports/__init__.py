"""What people get to see: collections as folders, and summaries of tagged stories as pages."""

from corpora.exports.folder import write_collection
from corpora.exports.summary import write_summary

__all__ = ["write_collection", "write_summary"]
