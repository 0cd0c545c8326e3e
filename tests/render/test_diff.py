"""A unified diff that `git apply` takes, and that a terminal bears."""

from __future__ import annotations

import os

import pytest

from resilify_cli.render.diff import unified


def test_only_what_differs_is_shown() -> None:
    """With three lines around it, and the end of a file that has no line feed."""
    before, after = "1\n2\n3\n4\nold\nend", "1\n2\n3\n4\nnew\nend"
    assert (
        "--- a/x.md\n+++ b/x.md\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-old\n+new\n end\n\\ No newline at end of file\n"
    ) == unified(before, after, "x.md", color=False, exact=True)
    assert "\x1b[31m-old\x1b[0m\n" in unified(before, after, "x.md", color=True, exact=False)


def test_a_patch_has_every_character() -> None:
    """Those too that hide; on a terminal they are shown, and the end of a line is none."""
    before, after = "\ufeff\x1b\u2028\ta\r\n", "\x1b\u2028\ta\r\n"
    head = "--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n"
    assert f"{head}-{before}+{after}" == unified(before, after, "x.md", color=False, exact=True)
    shown = f"{head}-\\ufeff\\x1b\\u2028\ta\n+\\x1b\\u2028\ta\n"
    assert shown == unified(before, after, "x.md", color=False, exact=False)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("with space \u00e9.md", "a/with space \u00e9.md"),
        ('a"b\\c.md', 'a/a"b\\c.md'),
        ("tab\t\n.md", r'"a/tab\011\012.md"'),
        ('"\\\x1b\u00e9.md', r'"a/\042\134\033\303\251.md"'),
        (os.fsdecode(b"caf\xe9.md"), r'"a/caf\351.md"'),
    ],
)
def test_a_name_is_written_as_git_writes_it(name: str, written: str) -> None:
    """Between quotes, byte by byte, where it would break the line or hide."""
    assert f"--- {written}\n" == unified("a", "b", name, color=False, exact=True).splitlines(keepends=True)[0]
