"""Configuration: `resilify.toml`, or `[tool.resilify]` in `pyproject.toml`, found upward from the working folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from resilify_cli.errors import ConfigurationError
from resilify_cli.nearest import nearest_word


@dataclass(frozen=True, slots=True)
class Key:
    """One key that a configuration file may hold."""

    name: str
    kind: type
    meaning: str
    example: str
    choices: tuple[str, ...] = ()


KEYS: Final = (
    Key("content", str, "The content folder, relative to the configuration file.", '"content/programs"'),
    Key("media", str, "The media folder that serves the content's images, or a text file that lists them.", '"static/img"'),
    Key("exclude", list, "Globs of files and folders below the content folder that are not read.", '["drafts", "*.draft.md"]'),
    Key("search.aliases", str, "What people say for what programs call it; else `search-aliases.yml` in the content folder or above it.", '"search-aliases.yml"'),
    Key("validate.select", list, "Codes, prefixes of codes or names of the rules to run; all that are on by default where it is empty.", '["RES3", "bad-uuid"]'),
    Key("validate.extend-select", list, "Rules to run besides those; also such as are off by default.", '["RES9"]'),
    Key("validate.ignore", list, "Codes, prefixes of codes or names of rules not to run.", '["RES201"]'),
    Key("validate.fail-on", str, "The mildest severity that makes `validate` fail.", '"warning"', ("error", "warning", "info")),
    Key("validate.per-file-ignores", dict, "Rules not to run on some files, by globs of files and folders relative to the configuration file.", '{ "drafts/*" = ["RES5"] }'),
    Key("validate.baseline", str, "A file of known findings that do not count; `--write-baseline` makes it.", '"resilify-baseline.json"'),
    Key("link-check.timeout", float, "Seconds that one request may take.", "20"),
    Key("link-check.concurrency", int, "Requests under way at once, over all hosts.", "100"),
    Key("link-check.per-host", int, "Requests under way at once to one host.", "6"),
    Key("link-check.include", list, "Regular expressions of the only addresses to ask for.", '["^https://"]'),
    Key("link-check.exclude", list, "Regular expressions of addresses not to ask for.", '["^https://intranet\\\\."]'),
    Key("link-check.fail-on", list, "What makes `link-check` fail.", '["broken", "invalid", "metadata"]'),
    Key("link-check.mailto", str, "The mail address that Crossref is told, as it asks for.", '"editor@example.org"'),
    Key("link-check.doi-service", str, "The base address of the handle proxy.", '"https://doi.org"'),
    Key("link-check.crossref-service", str, "The base address of Crossref's REST API.", '"https://api.crossref.org"'),
    Key("link-check.datacite-service", str, "The base address of DataCite's REST API.", '"https://api.datacite.org"'),
    Key("link-check.archive-service", str, "The base address of the web archive.", '"https://web.archive.org"'),
)  # fmt: skip
_BY_NAME: Final = {key.name: key for key in KEYS}
_SECTIONS: Final = {name.split(".")[0] for name in _BY_NAME if "." in name}
_KINDS: Final = {
    str: "text",
    list: "a list of texts",
    dict: "a table of lists of texts",
    float: "a number above 0",
    int: "a whole number above 0",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says, by dotted name; paths in it are relative to its folder."""

    values: dict[str, Any] = field(default_factory=dict)
    source: Path | None = None

    def get(self, name: str) -> Any:  # noqa: ANN401 - each key has a type of its own, which was checked
        """Return the value of a key, or None."""
        return self.values.get(_BY_NAME[name].name)

    def texts(self, name: str) -> list[str]:
        """Return the value of a key that holds a list of texts."""
        return self.get(name) or []

    def path(self, name: str) -> Path | None:
        """Return the value of a key that holds a path, seen from the working folder."""
        value = self.get(name)
        return _seen_from_here(self.source.parent / value) if value is not None and self.source else None


def load_settings(start: Path) -> Settings:
    """Read the nearest configuration file at or above a folder; none: the defaults.

    Raises ConfigurationError where it cannot be read, or holds a key or a value that is not known.
    """
    for folder in (start, *start.parents):
        for name, table in (("resilify.toml", ()), ("pyproject.toml", ("tool", "resilify"))):
            found = _read(folder / name, table)
            if found is not None:
                return Settings(_checked(found, folder / name), folder / name)
    return Settings()


def _read(path: Path, table: tuple[str, ...]) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    import tomllib  # noqa: PLC0415 - not where there is no such file

    try:
        text = path.read_text("utf-8-sig")
        values: Any = tomllib.loads(text) if not table or table[-1] in text else {}
    except (OSError, UnicodeDecodeError) as error:
        msg = f"cannot read {path}: {error}"
        raise ConfigurationError(msg) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        msg = f"{path} is not TOML: {error}"
        raise ConfigurationError(msg) from None
    for name in table:
        values = values.get(name) if isinstance(values, dict) else None
    if values is not None and not isinstance(values, dict):
        msg = f"{path}: {'.'.join(table)} must be a table, as in `[{'.'.join(table)}]`"
        raise ConfigurationError(msg)
    return values


def _checked(found: dict[str, Any], path: Path) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in found.items():
        if name in _SECTIONS and isinstance(value, dict):
            flat |= {f"{name}.{inner}": item for inner, item in value.items()}
        else:
            flat[name] = value
    for name, value in flat.items():
        _check(name, value, path)
    return flat


def _check(name: str, value: object, path: Path) -> None:
    where = f"{path}{_line(path, name.rsplit('.', maxsplit=1)[-1])}"
    key = _BY_NAME.get(name)
    if key is None:
        near = nearest_word(name, list(_BY_NAME))
        hint = f"did you mean {near}?" if near else f"the keys are {', '.join(_BY_NAME)}"
        msg = f"{where}: unknown key {name!r}; {hint}"
        raise ConfigurationError(msg)
    if not _fits(key, value):
        wanted = f"one of {', '.join(key.choices)}" if key.choices else _KINDS[key.kind]
        msg = f"{where}: {name} must be {wanted}, as in `{name.rsplit('.', maxsplit=1)[-1]} = {key.example}`"
        raise ConfigurationError(msg)


def _fits(key: Key, value: object) -> bool:
    if key.kind is list:
        return _is_list_of_texts(value)
    if key.kind is dict:
        return isinstance(value, dict) and all(map(_is_list_of_texts, value.values()))
    if key.kind is str:
        return isinstance(value, str) and value.strip() != "" and (not key.choices or value in key.choices)
    numbers = (int, float) if key.kind is float else (int,)
    return isinstance(value, numbers) and not isinstance(value, bool) and value > 0


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _line(path: Path, name: str) -> str:
    text = path.read_text("utf-8-sig")
    match = re.search(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*=", text, re.MULTILINE)
    return f":{text[: match.start()].count(chr(10)) + 1}" if match else ""


def _seen_from_here(path: Path) -> Path:
    try:
        return path.resolve().relative_to(Path.cwd().resolve())
    except ValueError:
        return path
