"""The manners of asking."""

from __future__ import annotations

import asyncio

import pytest

from resilify_cli.links.asking import Pace, Trail
from resilify_cli.links.fetcher import Answer


def starts(pace: Pace, count: int, seconds: float = 0.0) -> list[float]:
    """Keep a pace several times at once, each for some seconds; return when each began, from the first on."""

    async def run() -> list[float]:
        begun: list[float] = []

        async def one() -> None:
            async with pace:
                begun.append(asyncio.get_running_loop().time())
                await asyncio.sleep(seconds)

        await asyncio.gather(*(one() for _ in range(count)))
        return [moment - begun[0] for moment in begun]

    return asyncio.run(run())


def test_a_pace_keeps_requests_apart() -> None:
    """Each begins its distance after the one before, however many may run at once."""
    found = starts(Pace(5, 0.05), 4)
    assert all(moment >= 0.049 * number for number, moment in enumerate(found))


def test_a_pace_lets_only_so_many_run_at_once() -> None:
    """The next one begins when one has ended."""
    assert starts(Pace(1), 3, 0.05)[2] >= 0.099


@pytest.mark.parametrize(("asked", "least"), [(0.08, 0.079), (0.0, 0.029), (None, 0.029)])
def test_a_service_may_slow_us_down_and_not_hurry_us(asked: float | None, least: float) -> None:
    """The longer of the published distance and of that in its answer holds."""
    pace = Pace(5, 0.03)
    pace.heed(Answer(200, seconds_apart=asked))
    assert least <= starts(pace, 2)[1] < 1


def test_who_gives_up_while_waiting_frees_the_place() -> None:
    """A request that is called off holds nobody up."""

    async def run() -> None:
        pace = Pace(1, 30)
        async with pace:
            pass

        async def wait() -> None:
            async with pace:
                pass

        waiting = asyncio.create_task(wait())
        await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert not pace._places.locked()  # noqa: SLF001 - what nobody sees until it is too late

    asyncio.run(run())


@pytest.mark.parametrize(
    ("origin", "address", "expected"),
    [
        ("http://a.example/x", "http://a.example/y", True),
        ("http://a.example/x", "https://A.example/y", True),
        ("https://a.example/x", "http://a.example/y", False),
        ("http://a.example/x", "http://b.a.example/y", False),
        ("http://a.example/x", "https://a.example:443/y", True),
        ("https://a.example:8443/x", "https://a.example:8443/y", True),
        ("https://a.example/x", "https://a.example:8443/y", False),
        ("https://a.example/x", "https://a.example:99999/y", False),
    ],
)
def test_home_is_the_server_as_safe_as_it_was(origin: str, address: str, *, expected: bool) -> None:
    """To gain encryption is no loss; to lose it, or to go to another host or port, is to leave home."""
    trail = Trail(origin)
    trail.address = address
    assert expected == trail.is_at_home
