"""The options of `link-check` that no other command has."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from resilify_cli.cli.options import path

KINDS: Final = ("related", "image", "url", "doi")
OUTCOMES: Final = ("broken", "invalid", "blocked", "transient", "redirected", "metadata")


def _finite(seconds: float | None) -> float | None:
    """No number at all passes every comparison, and an endless time is no limit."""
    if seconds is not None and not math.isfinite(seconds):
        msg = f"{seconds} is no number of seconds"
        raise typer.BadParameter(msg)
    return seconds


Offline: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--offline", help="Ask nothing of the web; check related programs, images and how links are written."
    ),
]
DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help="List what would be asked, with its places, and ask nothing.")
]
Metadata: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--metadata",
        help="Ask Crossref and DataCite what each DOI stands for: find retracted works, and DOIs of another work.",
    ),
]
Fragments: TypeAlias = Annotated[
    bool, typer.Option("--fragments", help="Look on the page for the part that a link names behind #.")
]
SuggestArchive: TypeAlias = Annotated[
    bool, typer.Option("--suggest-archive", help="Ask a web archive for a snapshot of each dead page.")
]
FixLinks: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Put right what is certain: where pages have moved for good, missing schemes, links missing beside a DOI.",
    ),
]
Include: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--include",
        metavar="REGEX",
        help="Ask only for addresses that match, also after redirects; repeat for more.",
    ),
]
Exclude: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="REGEX",
        help="Do not ask for addresses that match, also after redirects; repeat for more.",
    ),
]
Only: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="KINDS",
        help=f"Check only these kinds: {', '.join(KINDS)}.",
        autocompletion=lambda: list(KINDS),
    ),
]
Skip: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--skip", metavar="KINDS", help="Do not check these kinds.", autocompletion=lambda: list(KINDS)
    ),
]
FailOnOutcome: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="OUTCOMES",
        help=f"Exit with 1 for these: {', '.join(OUTCOMES)}.  [default: broken,invalid]",
        autocompletion=lambda: list(OUTCOMES),
    ),
]
Strict: TypeAlias = Annotated[bool, typer.Option("--strict", help="Exit with 1 for all of these.")]
NoCache: TypeAlias = Annotated[
    bool, typer.Option("--no-cache", help="Neither use nor keep what is found out.")
]
Refresh: TypeAlias = Annotated[
    bool, typer.Option("--refresh", help="Ask for everything anew, and keep what is found out.")
]
MaxAge: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--max-age",
        metavar="TIME",
        help="Use what was found out within this time, as 90s, 30m, 12h or 7d.  "
        "[default: 7d; DOIs 30d, refusals 1d; what was broken is asked for each time]",
    ),
]
Timeout: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        min=0.1,
        metavar="SECONDS",
        help="How long one request may take.  [default: 20]",
        callback=_finite,
    ),
]
MaxTime: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--max-time",
        min=0.1,
        metavar="SECONDS",
        help="How long all requests may take together.",
        callback=_finite,
    ),
]
Concurrency: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--concurrency",
        min=1,
        metavar="N",
        help="Requests under way at once, over all hosts.  [default: 100]",
    ),
]
PerHost: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--per-host", min=1, metavar="N", help="Requests under way at once to one host.  [default: 6]"
    ),
]
AllowPrivate: TypeAlias = Annotated[
    bool, typer.Option("--allow-private", help="Call private addresses, too, such as localhost, on any port.")
]
AllowHost: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="HOST", help="Call this host, wherever it is; repeat for more."),
]
AllowPort: TypeAlias = Annotated[
    list[int] | None,
    typer.Option(
        "--allow-port",
        min=1,
        max=65535,
        metavar="PORT",
        help="Call this port besides 80, 443, 8080 and 8443; repeat for more.",
    ),
]
CaFile: TypeAlias = Annotated[
    Path | None,
    typer.Option("--ca-file", metavar="FILE", parser=path, help="Trust these certificates, too (PEM)."),
]
Insecure: TypeAlias = Annotated[
    bool, typer.Option("--insecure", help="Take any certificate, also such as no browser takes.")
]
Header: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--header",
        metavar="[HOST=]NAME:VALUE",
        help="Send this along to HOST, else to every host; never on to another that a redirect leads to. "
        "Credentials need a HOST.",
    ),
]
UseProxies: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--use-proxies", help="Go through the proxies of HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY."
    ),
]
Verbose: TypeAlias = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Show also what redirects, what refuses robots, and all hosts."),
]
