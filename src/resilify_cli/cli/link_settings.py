"""How links are to be checked: what the command line says, else the configuration, else what is usual."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from resilify_cli.cli.link_options import KINDS
from resilify_cli.cli.run import Run, one_of, split_list
from resilify_cli.errors import FilterError

if TYPE_CHECKING:
    from resilify_cli.links.filters import Filters
    from resilify_cli.links.options import CheckOptions, Header, Services
    from resilify_cli.links.results import LinkKind

_HEADER: Final = re.compile(
    r"(?:(?P<host>[^=:\s]+)=)?(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(?P<value>[^\r\n\0]*)"
)
_CREDENTIALS: Final = frozenset(("authorization", "cookie", "proxy-authorization"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks for on the command line; None where it is left to the configuration, or to what is usual."""

    timeout: float | None = None
    max_time: float | None = None
    concurrency: int | None = None
    per_host: int | None = None
    include: Sequence[str] | None = None
    exclude: Sequence[str] | None = None
    only: Sequence[str] | None = None
    skip: Sequence[str] | None = None
    metadata: bool = False
    fragments: bool = False
    suggest_archive: bool = False
    allow_private: bool = False
    allow_host: Sequence[str] | None = None
    allow_port: Sequence[int] | None = None
    ca_file: Path | None = None
    insecure: bool = False
    header: Sequence[str] | None = None
    use_proxies: bool = False

    def options(self, run: Run) -> CheckOptions:
        """Return the options of the check. Raises FilterError and ConfigurationError."""
        from resilify_cli.links.options import CheckOptions  # noqa: PLC0415

        settings = run.settings
        limits = {
            name: getattr(self, name) or settings.get(f"link-check.{name.replace('_', '-')}")
            for name in ("timeout", "concurrency", "per_host")
        }
        usual = CheckOptions(**{name: limit for name, limit in limits.items() if limit is not None})
        return replace(
            usual,
            max_time=self.max_time,
            filters=self._filters(run),
            metadata=self.metadata,
            fragments=self.fragments,
            suggest_archive=self.suggest_archive,
            services=_services(run),
            trusts_services=False,  # a pull request may change the configuration
            allow_private=self.allow_private,
            allow_hosts=frozenset(host.lower() for host in self.allow_host or ()),
            allow_ports=frozenset(self.allow_port or ()),
            ca_file=_readable(self.ca_file),
            is_insecure=self.insecure,
            headers=tuple(_header(text) for text in self.header or ()),
            uses_proxies=self.use_proxies,
        )

    def _filters(self, run: Run) -> Filters:
        from resilify_cli.links.filters import Filters, patterns  # noqa: PLC0415

        settings = run.settings
        include = settings.texts("link-check.include") if self.include is None else self.include
        exclude = settings.texts("link-check.exclude") if self.exclude is None else self.exclude
        return Filters(
            patterns(include, "--include"),
            patterns(exclude, "--exclude"),
            _kinds(self.only),
            _kinds(self.skip),
        )


def _kinds(texts: Sequence[str] | None) -> frozenset[LinkKind]:
    from resilify_cli.links.results import LinkKind  # noqa: PLC0415

    return frozenset(LinkKind(one_of(text, KINDS, "kind of link")) for text in split_list(texts))


def _services(run: Run) -> Services:
    from resilify_cli.links.options import Services  # noqa: PLC0415

    given = {
        field.name: run.settings.get(
            "link-check.mailto" if field.name == "mailto" else f"link-check.{field.name}-service"
        )
        for field in fields(Services)
    }
    return Services(**{name: value for name, value in given.items() if value is not None})


def _readable(path: Path | None) -> str | None:
    if path is not None and not path.is_file():
        msg = f"no such file: {path.as_posix()}; --ca-file takes certificates in PEM form"
        raise FilterError(msg)
    return None if path is None else str(path)


def _header(text: str) -> Header:
    from resilify_cli.links.options import Header  # noqa: PLC0415

    match = _HEADER.fullmatch(text)
    if match is None:
        msg = f"--header {text!r} is none; write it as 'Name: value', or 'host=Name: value' for one host"
        raise FilterError(msg)
    host, name, value = match["host"], match["name"], match["value"].strip()
    if host is None and name.lower() in _CREDENTIALS:
        msg = f"--header {name} would go to every host; write '--header host={name}: …' for the one it is meant for"
        raise FilterError(msg)
    return Header(name, value, host.lower() if host else None)
