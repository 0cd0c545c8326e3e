"""The options of a check."""

from __future__ import annotations

import pytest

from resilify_cli import __version__
from resilify_cli.errors import ConfigurationError
from resilify_cli.links.options import CheckOptions, Services


def test_the_user_agent_is_honest() -> None:
    """Servers are told the program, its version and where to read about it, and no browser's name."""
    assert f"resilify/{__version__} (+https://github.com/resilify/resilify-cli)" == CheckOptions().user_agent


@pytest.mark.parametrize("limits", [{"concurrency": 0}, {"per_host": 0}, {"timeout": 0}, {"timeout": -1}])
def test_limits_under_which_nothing_could_be_asked_are_refused(limits: dict[str, int]) -> None:
    """Options that leave no room or no time for a request are an error, which names the option."""
    with pytest.raises(ConfigurationError, match=next(iter(limits))):
        CheckOptions(**limits)


@pytest.mark.parametrize("name", ["doi", "crossref", "datacite", "archive"])
@pytest.mark.parametrize("service", ["", "doi.org", "http://[", "file:///etc/passwd"])
def test_a_service_is_a_web_address(name: str, service: str) -> None:
    """A service that could never be asked is an error, which says why."""
    with pytest.raises(ConfigurationError, match=rf"the {name} service is .*: no web address"):
        Services(**{name: service})


def test_links_and_services_have_a_guard_each() -> None:
    """A host that links may call is closed to services, and that of a service of one's own to links."""
    options = CheckOptions(
        allow_hosts=frozenset(("a.internal",)), services=Services(doi="http://B.internal:9/api")
    )
    hosts = ("http://a.internal/", "http://b.internal:9/")
    assert [True, False] == [options.guard.url_fault(host) is None for host in hosts]
    assert [False, True] == [options.services_guard.url_fault(host) is None for host in hosts]


def test_a_service_that_a_file_names_stands_under_the_guard_of_links() -> None:
    """Only the person who runs the check opens doors."""
    services = Services(doi="http://b.internal/")
    closed = CheckOptions(services=services, trusts_services=False)
    opened = CheckOptions(services=services, trusts_services=False, allow_hosts=frozenset(("b.internal",)))
    found = [options.services_guard.url_fault(services.doi) is None for options in (closed, opened)]
    assert [False, True] == found
