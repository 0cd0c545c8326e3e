"""`resilify link-check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from resilify_cli.cli.command import Command
from resilify_cli.cli.link_checking import Checking, Keeping, limited
from resilify_cli.cli.link_fixes import Checked, check_and_fix
from resilify_cli.cli.link_options import (
    OUTCOMES,
    AllowHost,
    AllowPort,
    AllowPrivate,
    CaFile,
    Concurrency,
    DryRun,
    Exclude,
    FailOnOutcome,
    FixLinks,
    Fragments,
    Header,
    Include,
    Insecure,
    MaxAge,
    MaxTime,
    Metadata,
    NoCache,
    Offline,
    Only,
    PerHost,
    Refresh,
    Skip,
    Strict,
    SuggestArchive,
    Timeout,
    UseProxies,
    Verbose,
)
from resilify_cli.cli.link_report import Shown, rows_to_ask
from resilify_cli.cli.link_settings import Asked
from resilify_cli.cli.options import ChangedSince, Media, Output, Paths, VariedFormat, check_format
from resilify_cli.cli.run import INTERRUPTED, Run, one_of, split_list
from resilify_cli.errors import FilterError

if TYPE_CHECKING:
    from collections.abc import Sequence


def command(  # noqa: PLR0913 - one parameter an option
    run: Run,
    *,
    paths: Paths = None,
    offline: Offline = False,
    dry_run: DryRun = False,
    metadata: Metadata = False,
    fragments: Fragments = False,
    suggest_archive: SuggestArchive = False,
    fix: FixLinks = False,
    include: Include = None,
    exclude: Exclude = None,
    only: Only = None,
    skip: Skip = None,
    changed_since: ChangedSince = None,
    fail_on: FailOnOutcome = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    refresh: Refresh = False,
    max_age: MaxAge = None,
    timeout: Timeout = None,
    max_time: MaxTime = None,
    concurrency: Concurrency = None,
    per_host: PerHost = None,
    allow_private: AllowPrivate = False,
    allow_host: AllowHost = None,
    allow_port: AllowPort = None,
    ca_file: CaFile = None,
    insecure: Insecure = False,
    header: Header = None,
    use_proxies: UseProxies = False,
    verbose: Verbose = False,
    media: Media = None,
    output: Output = None,
    output_format: VariedFormat = None,
) -> None:
    """Check links: related programs, images, DOIs and web addresses, wherever they stand.

    Each is asked for once, DOIs at the resolver's own service, and what was found out is kept for the next run.
    Private addresses are never called unless that is allowed. Broken links and invalid ones make the command
    fail; a link that refuses robots is not broken.
    """
    if dry_run and (fix or output):
        msg = "--dry-run goes with neither --fix nor --output"
        raise FilterError(msg)
    check_format(output_format, rows=dry_run)
    outcomes = _fail_on(run, fail_on, strict=strict)
    options = Asked(
        timeout=timeout,
        max_time=max_time,
        concurrency=concurrency,
        per_host=per_host,
        include=include,
        exclude=exclude,
        only=only,
        skip=skip,
        metadata=metadata,
        fragments=fragments,
        suggest_archive=suggest_archive,
        allow_private=allow_private,
        allow_host=allow_host,
        allow_port=allow_port,
        ca_file=ca_file,
        insecure=insecure,
        header=header,
        use_proxies=use_proxies,
    ).options(run)
    shown = Shown(outcomes, verbose, hosts=verbose or run.screen.is_terminal)
    keeping = Keeping(no_cache=no_cache, refresh=refresh, max_age=max_age)
    checking = Checking(run, options, keeping, offline)
    targets = limited(run.targets(paths or [], media), changed_since)
    if dry_run:
        run.finish(rows_to_ask(*checking.to_be_asked(targets)), output_format)
        return
    checked = check_and_fix(checking, targets) if fix else Checked(*checking.check(targets))
    status = (
        INTERRUPTED if checked.is_interrupted else FilterError.exit_status if checked.has_failed else None
    )
    run.finish_findings(shown.report(checked.verdicts, checked.fixed), output_format, status, output)


def _fail_on(run: Run, given: Sequence[str] | None, *, strict: bool) -> frozenset[str]:
    if strict:
        return frozenset(OUTCOMES)
    named = split_list(given) if given is not None else run.settings.texts("link-check.fail-on")
    return frozenset(one_of(name, OUTCOMES, "outcome") for name in named or ("broken", "invalid"))


COMMAND: Final = Command(
    "link-check",
    command,
    (
        "resilify link-check content/ --offline",
        "resilify link-check --metadata --suggest-archive",
        "resilify link-check --changed-since origin/main --fail-on broken,invalid,metadata --format sarif",
    ),
)
