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
    if not UUID.fullmatch(_not_blank(text)):
        raise PydanticCustomError(_BAD_UUID, _BAD_UUID)
    return text


# What a validator holds in Python stands in the JSON Schema as a pattern.
FilledText: TypeAlias = Annotated[
    str, AfterValidator(_not_blank), Field(json_schema_extra={"pattern": r"\S"})
]
UuidText: TypeAlias = Annotated[
    str, AfterValidator(_uuid), Field(json_schema_extra={"pattern": f"^{UUID.pattern}$"})
]
OptionalText: TypeAlias = str | None


class Category(BaseModel):
    """One category of a program."""

    model_config = _Shape
    title: FilledText = Field(
        description="The name of the filter tab that shows the program. Tabs are grouped by the exact text: "
        "write it as the other programs do."
    )


class Session(BaseModel):
    """One session: an entry of the numbered list on the page of the program."""

    model_config = _Shape
    title: FilledText = Field(description="The heading of the session, shown behind its number.")
    overview: OptionalText = Field(
        None, description="What the session is about. Plain text, shown when the session is opened."
    )
    activity_overview: OptionalText = Field(
        None,
        alias="activityOverview",
        description="What the reader does in the session. Plain text, shown below the overview.",
    )


class RelatedProgram(BaseModel):
    """A card below a program that leads to another one."""

    model_config = _Shape
    title: FilledText = Field(
        description="The title of the related program. It is never shown: the card has the program's own."
    )
    slug: FilledText = Field(
        description="The name of the related program's file without its ending, as in quiet-evenings. "
        "The site drops the card in silence where there is no such program."
    )


class Reference(BaseModel):
    """A scientific reference, shown as a card."""

    model_config = _Shape
    title: FilledText = Field(description="The title of the work, which is the heading of the card.")
    reference: FilledText = Field(
        description="The citation, shown on the card: authors, year, journal, volume, pages."
    )
    image: FilledText = Field(
        description="The picture of the card: a path under /img/ in the media folder, as in /img/card-1.png."
    )
    link: OptionalText = Field(
        None,
        description="The address that the card opens, best https://doi.org/ and the DOI. "
        "Without one the card cannot be opened.",
    )


class Categories(BaseModel):
    """The field that the CMS wraps around the list of categories."""

    model_config = _Shape
    category: list[Category] = Field(min_length=1, description="The categories; at least one.")


class Sessions(BaseModel):
    """The field that the CMS wraps around the list of sessions."""

    model_config = _Shape
    session: list[Session] = Field(
        min_length=1,
        description="The sessions, in the order in which the site numbers them; at least one. "
        'Their count is shown as "N Weeks".',
    )


class RelatedPrograms(BaseModel):
    """The field that the CMS wraps around the list of related programs."""

    model_config = _Shape
    program: list[RelatedProgram] = Field(
        min_length=1, description="The related programs, in the order of their cards; at least one."
    )


class Program(BaseModel):
    """The front matter of one program."""

    model_config = _Shape
    template_key: Literal["resilify-program"] = Field(
        alias="templateKey",
        description="What kind of page the file is: the site tells a program by resilify-program, "
        "and passes over any other word.",
    )
    title: FilledText = Field(
        description="The title of the program: the heading of its page, of its card and of the window."
    )
    image: FilledText = Field(
        description="The name of a picture on the image service; its ending is ignored. "
        "It is no path in the media folder."
    )
    program_id: UuidText = Field(
        alias="programId",
        description="The UUID by which a deep link opens the program in the app; no other program has it. "
        "32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.",
    )
    sequence: int = Field(
        description="The place of the card among the others: a whole number that no other program has."
    )
    overview: FilledText = Field(description="What the program is about. HTML, put into the page as it is.")
    category_list: Categories = Field(
        alias="categories", description="The filter tabs that show the program."
    )
    session_list: Sessions = Field(alias="sessions", description="The sessions of the program.")
    related_list: RelatedPrograms = Field(
        alias="relatedpost", description="The cards below the program that lead to others."
    )
    references: list[Reference] = Field(
        description="The scientific references, each a card. A program should have some."
    )
    tags: list[FilledText] = Field(description="Words that the CMS asks for; shown nowhere.")
    date: object = Field(None, description="A date; shown nowhere.")
    parent: object = Field(None, description="The name of another page; shown nowhere.")

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
