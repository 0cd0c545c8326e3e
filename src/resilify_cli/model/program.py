"""A program as it must be: frozen pydantic models that mirror the nesting of the file.

The location of an error is therefore the field's own path. The wrapper fields of the CMS (`sessions.session`)
are aliases, and properties give the lists themselves: `program.sessions[2].title`.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from resilify_cli.facts import UUID

_BLANK: Final = "blank"
_BAD_UUID: Final = "bad_uuid"
_Shape = ConfigDict(
    frozen=True, strict=True, extra="forbid", populate_by_name=False, regex_engine="python-re"
)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError(_BLANK, _BLANK)
    return text


def _uuid(text: str) -> str:
    if not UUID.fullmatch(text):
        raise PydanticCustomError(_BAD_UUID, _BAD_UUID)
    return text


FilledText: TypeAlias = Annotated[str, AfterValidator(_not_blank)]
OptionalText: TypeAlias = str | None


class Category(BaseModel):
    """One category; the site groups its filter tabs by the exact title."""

    model_config = _Shape
    title: FilledText = Field(description="The name of the filter tab, exactly as in the other programs.")


class Session(BaseModel):
    """One session of a program."""

    model_config = _Shape
    title: FilledText = Field(description="The heading of the session.")
    overview: OptionalText = Field(None, description="What the session is about, as plain text.")
    activity_overview: OptionalText = Field(
        None, alias="activityOverview", description="What the reader does in the session, as plain text."
    )


class RelatedProgram(BaseModel):
    """A card that leads to another program."""

    model_config = _Shape
    title: FilledText = Field(description="The title of the related program; never shown.")
    slug: FilledText = Field(
        description="The slug of the related program: its file's name without the ending."
    )


class Reference(BaseModel):
    """A scientific reference."""

    model_config = _Shape
    title: FilledText = Field(description="The title of the work.")
    reference: FilledText = Field(description="The citation: authors, year, journal, volume, pages.")
    image: FilledText = Field(description="A path under /img/ in the media folder.")
    link: OptionalText = Field(
        None, description="The address that the card opens, best https://doi.org/ and the DOI."
    )


class _Categories(BaseModel):
    model_config = _Shape
    category: list[Category] = Field(min_length=1, description="At least one category.")


class _Sessions(BaseModel):
    model_config = _Shape
    session: list[Session] = Field(min_length=1, description="The sessions, in order.")


class _RelatedPost(BaseModel):
    model_config = _Shape
    program: list[RelatedProgram] = Field(min_length=1, description="The related programs, in order.")


class Program(BaseModel):
    """The front matter of one program."""

    model_config = _Shape
    template_key: Literal["resilify-program"] = Field(
        alias="templateKey", description="What kind of page the file is."
    )
    title: FilledText = Field(description="The heading of the page and of its card.")
    image: FilledText = Field(description="The name of an image on the image service.")
    program_id: Annotated[FilledText, AfterValidator(_uuid)] = Field(
        alias="programId", description="A UUID that no other program has; the app's deep link."
    )
    sequence: int = Field(description="The place of the card in the list; no other program has the same.")
    overview: FilledText = Field(description="What the program is about, as HTML.")
    category_list: _Categories = Field(
        alias="categories", description="The filter tabs that show the program."
    )
    session_list: _Sessions = Field(alias="sessions", description="The sessions of the program.")
    related_list: _RelatedPost = Field(alias="relatedpost", description="The cards below the program.")
    references: list[Reference] = Field(description="The scientific references.")
    tags: list[FilledText] = Field(description="Words to file the program under; shown nowhere.")
    date: object = Field(None, description="A date; shown nowhere.")
    parent: object = Field(None, description="Another page; shown nowhere.")

    @property
    def categories(self) -> tuple[str, ...]:
        """The titles of the categories."""
        return tuple(category.title for category in self.category_list.category)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions, in order."""
        return tuple(self.session_list.session)

    @property
    def related(self) -> tuple[RelatedProgram, ...]:
        """The related programs, in order."""
        return tuple(self.related_list.program)
