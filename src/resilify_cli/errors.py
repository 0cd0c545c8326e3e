"""What stops a whole run. A fault in one file is a value (`Fault`), never an exception."""

from __future__ import annotations


class ResilifyError(Exception):
    """The root of all errors raised on purpose: the message says what, where and what to do next.

    `exit_status` is what the command line ends with: 2, could not run; 1, a negative answer.
    """

    exit_status = 2


class ConfigurationError(ResilifyError):
    """A configuration file cannot be read, or holds a key or a value that is not known."""


class ContentNotFoundError(ResilifyError):
    """The content folder, a file or a media list is not there, or holds no program."""


class FileChangedError(ResilifyError):
    """A file is no longer what was read of it, so that it must not be written."""


class WriteError(ResilifyError):
    """A file cannot be written."""


class GitError(ResilifyError):
    """Git is not there, the folder is in no work tree, or a revision does not exist."""


class NotUndoneError(ResilifyError):
    """Files were changed that were to be changed all or not at all; the message names them, and says why."""


class FilterError(ResilifyError):
    """An option names a field, a column or a code that does not exist."""


class ProgramNameError(ResilifyError):
    """A program cannot be given a name: it is no slug, another program has it, or the site would mix them up."""


class ProgramNotFoundError(ResilifyError):
    """No program answers to a KEY, or more than one does."""

    exit_status = 1
