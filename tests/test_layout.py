"""The folders are the code: what keeps the flat packages from getting in each other's way."""

import ast
import importlib.util
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("corpora", "models", "pipelines")
PIPELINES = sorted((ROOT / "pipelines").glob("*.py"))
MODULES = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_flow(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(d, ast.Call) and isinstance(d.func, ast.Name) and d.func.id == "flow"
        for d in node.decorator_list
    )


FLOW_FILES = [path for path in PIPELINES if any(map(is_flow, tree_of(path).body))]


@pytest.mark.parametrize("path", PIPELINES, ids=name_of)
def test_a_file_beside_the_flows_never_shadows_another_module(path: Path) -> None:
    # Prefect puts pipelines/ first on sys.path when it loads `pipelines/x.py:flow`.
    assert path.stem not in sys.stdlib_module_names
    if path.stem != "__init__":
        assert importlib.util.find_spec(path.stem) is None, f"{path.name} would shadow a module"


def test_the_flows_are_found() -> None:
    names = {path.stem for path in FLOW_FILES}

    assert {"nightly", "ingest", "classify", "emit", "collect", "retrain"} <= names


@pytest.mark.parametrize("path", FLOW_FILES, ids=name_of)
def test_a_flow_file_holds_flows_only(path: Path) -> None:
    # Prefect loads the file under another name: its own classes and functions would exist twice.
    other = [
        node
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not is_flow(node)
    ]

    assert other == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for_and_touches_no_import_path(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    relative = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ImportFrom) and n.level]

    assert relative == []
    assert "sys.path" not in text.replace("first on sys.path", "")
    assert not text.strip() or text.startswith('"""'), "the first line says what a file is for"


def test_packages_are_named_one_by_one_and_carry_their_types() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == list(PACKAGES)
    assert "Private :: Do Not Upload" in project["project"]["classifiers"]
    assert all((ROOT / name / "py.typed").is_file() for name in PACKAGES)


def test_tests_are_loaded_by_path_and_so_have_names_of_their_own() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]

    assert "--import-mode=importlib" in project["tool"]["pytest"]["ini_options"]["addopts"]
    assert list((ROOT / "tests").rglob("__init__.py")) == []
    assert sorted(set(names)) == sorted(names)
