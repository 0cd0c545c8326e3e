"""Write docs/cli.md, docs/rules.md and docs/configuration.md from the code; `--check`: only tell whether they are current."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from resilify_cli.cli.app import command_names, load_command, make_app
from resilify_cli.cli.settings import KEYS
from resilify_cli.rules._base import Rule
from resilify_cli.rules._registry import all_rules

DOCS = Path(__file__).parents[1] / "docs"
NOTICE = "<!-- Made from the code by scripts/make_docs.py; edit that, not this. -->"
FAMILIES = {
    "RES1": "The file and its YAML",
    "RES2": "Shape and identity",
    "RES3": "Related programs",
    "RES40": "Links as written",
    "RES41": "DOIs as written",
    "RES43": "Images",
    "RES45": "Links as they answer",
    "RES5": "Text",
    "RES6": "Copies",
    "RES7": "HTML",
    "RES9": "House style",
}


def cli_page() -> Iterator[str]:
    """Yield the lines of docs/cli.md."""
    app: Any = typer.main.get_command(make_app())
    yield from (NOTICE, "", "# Command line", "", app.help, "")
    yield from (
        "Exit status: 0, fine · 1, a negative answer (findings, no match, an unknown KEY) · 2, could not run · 130, Ctrl-C.",
        "",
    )
    yield from ("These options stand before or after every subcommand:", "")
    yield from option_table(app.params)
    shared = {param.name for param in app.params}
    examples = {name: load_command(name).examples for name in command_names()}
    for name, command in app.commands.items():
        yield from ("", f"## resilify {name}", "", command.help, "")
        arguments = " ".join(
            param.metavar or param.name for param in command.params if param.param_type_name == "argument"
        )
        yield from ("```", f"resilify {name} [OPTIONS] {arguments}".rstrip(), "```", "")
        if own := [param for param in command.params if param.name not in shared]:
            yield from (*option_table(own), "")
        yield from ("```sh", *examples[name], "```")


def option_table(params: Any) -> Iterator[str]:
    """Yield a table of options and arguments."""
    yield "| option | meaning |"
    yield "|---|---|"
    for param in params:
        if param.name != "help":
            names = (
                ", ".join(f"`{name}`" for name in param.opts)
                if param.param_type_name == "option"
                else f"`{param.metavar}`"
            )
            value = f" `{param.metavar}`" if param.param_type_name == "option" and param.metavar else ""
            yield f"| {names}{value} | {(param.help or '').replace('|', chr(92) + '|')} |"


def rules_page() -> Iterator[str]:
    """Yield the lines of docs/rules.md."""
    yield from (NOTICE, "", "# Rules", "")
    yield "A code never changes its meaning. `error`: a reader or the app meets something broken or wrong."
    yield "`warning`: a reader sees a blemish, or an editor will trip on it. `info`: worth a look."
    yield "What is a matter of taste is off by default: `--extend-select RES9`, or `extend-select` in the configuration, turns it on."
    for prefix, heading in FAMILIES.items():
        yield from (
            "",
            f"## {heading}",
            "",
            "| code | rule | severity | what it finds |",
            "|---|---|---|---|",
        )
        for rule in family(prefix):
            severity = rule.severity if rule.by_default else f"{rule.severity}, off by default"
            yield f"| [{rule.code}](#{anchor(rule)}) | `{rule.name}` | {severity} | {rule.sections()['Summary']} |"
    for prefix in FAMILIES:
        for rule in family(prefix):
            yield from rule_section(rule)


def family(prefix: str) -> list[Rule]:
    """Return the rules of a family: those whose longest matching prefix it is."""
    return [
        rule
        for rule in all_rules()
        if max((p for p in FAMILIES if rule.code.startswith(p)), key=len) == prefix
    ]


def anchor(rule: Rule) -> str:
    """Return the anchor that a Markdown reader makes of a rule's heading."""
    return f"{rule.code.lower()}-{rule.name}"


def rule_section(rule: Rule) -> Iterator[str]:
    """Yield the explanation of a rule."""
    parts = rule.sections()
    yield from ("", f"### {rule.code} {rule.name}", "", parts["Summary"], "", parts["What"], "", parts["Why"])
    if not rule.by_default:
        yield from ("", f"Off by default; `--extend-select {rule.code}` turns it on.")
    for label in ("Bad", "Good"):
        if label in parts:
            yield from ("", f"{label}:", "", "```yaml", parts[label], "```")


def configuration_page() -> Iterator[str]:
    """Yield the lines of docs/configuration.md."""
    yield from (NOTICE, "", "# Configuration", "")
    yield "`resilify.toml`, or `[tool.resilify]` in `pyproject.toml`: the nearest one at or above the working folder."
    yield "Options win over the environment, and the environment over the configuration. An unknown key is an error."
    yield from ("", "| key | meaning | as in |", "|---|---|---|")
    for key in KEYS:
        yield f"| `{key.name}` | {key.meaning} | `{key.example}` |"
    yield from ("", "```toml", "# resilify.toml")
    for key in KEYS:
        if "." not in key.name:
            yield f"{key.name} = {key.example}"
    for section in ("search", "validate", "link-check"):
        yield from ("", f"[{section}]")
        yield from (
            f"{key.name.partition('.')[2]} = {key.example}"
            for key in KEYS
            if key.name.startswith(f"{section}.")
        )
    yield "```"


PAGES = {"cli.md": cli_page, "rules.md": rules_page, "configuration.md": configuration_page}


def main() -> int:
    """Write the pages, or check them; 1 where one is not current."""
    stale = []
    for name, page in PAGES.items():
        text = "\n".join(page()) + "\n"
        path = DOCS / name
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
    if stale:
        print(f"not current: {', '.join(stale)}; run python scripts/make_docs.py", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
