"""Sections written together with the facts that they state, so that text and record cannot differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from justera.schema.record import (
    Ballot,
    BasisDocument,
    Decision,
    Motion,
    MotionKind,
    Outcome,
    Person,
    Point,
    Section,
    SectionKind,
    Statement,
    Vote,
    VoteChoice,
)

from .model import Facts, Part, paragraphs


def tag(person: Person) -> str:
    """A person as minutes name them: "Åsa Åhlén (S)", or the party where it stands as a whole."""
    if person.name is None:
        return person.party or ""
    return f"{person.name} ({person.party})" if person.party else person.name


def series(names: Sequence[str]) -> str:
    """Names in a row: "A, B och C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"


def tags(people: Sequence[Person]) -> str:
    """People in a row."""
    return series([tag(person) for person in people])


@dataclass(frozen=True)
class Clause:
    """One point of a decision as the author gives it."""

    text: str
    outcome: Outcome


def bifall(text: str) -> Clause:
    """A point that grants, approves or commissions."""
    return Clause(text, Outcome.BIFALL)


def noted(text: str) -> Clause:
    """A point that only notes."""
    return Clause(text, Outcome.ANTECKNING)


DASHES = {"dashed": "–", "bulleted": "•"}
"""Labels that all points share."""


def labelled(clauses: Sequence[Clause], style: str) -> list[str | None]:
    """Labels of the points: none, "1.", "a)", a dash or a bullet."""
    if style == "numbered":
        return [f"{n}." for n in range(1, len(clauses) + 1)]
    if style == "lettered":
        return [f"{chr(96 + n)})" for n in range(1, len(clauses) + 1)]
    if style in DASHES:
        return [DASHES[style]] * len(clauses)
    return [None] * len(clauses)


@dataclass(frozen=True)
class Writer:
    """A body's way of writing its minutes."""

    body: str
    headings: Mapping[SectionKind, str]
    points: str = "att"
    """How points are marked: "numbered", "lettered", "dashed", "bulleted"; else nothing but their att."""

    def part(
        self, kind: SectionKind, *texts: str, facts: Facts | None = None, heading: str | None = None
    ) -> Part:
        """A section of plain paragraphs."""
        section = Section(kind=kind, heading=heading or self.headings.get(kind), text=paragraphs(texts))
        return Part(section, facts or Facts())

    def decided(
        self,
        lead: str | None,
        clauses: Sequence[Clause],
        *,
        proposed: bool = False,
        upward: bool = False,
        body: str | None = None,
        style: str | None = None,
    ) -> tuple[list[str], Decision]:
        """The paragraphs of one decision, and the decision.

        Args:
            lead: "Kommunstyrelsen beslutar"; None where the points are whole sentences.
            clauses: the points; where the lead ends in "att" the only one follows on the same line.
            proposed: a proposal, not yet a decision.
            upward: a proposal to a higher body.
            body: who decides, if not the writer's own body.
            style: how points are marked, if not in the writer's way.
        """
        labels = labelled(clauses, style or self.points)
        rows = [f"{label} {c.text}" if label else c.text for label, c in zip(labels, clauses, strict=True)]
        if lead is not None and len(rows) == 1 and style == "inline":
            texts = [f"{lead} {rows[0]}"]
        else:
            texts = rows if lead is None else [lead, *rows]
        upward = upward or all(clause.outcome is Outcome.FORSLAG_UPPAT for clause in clauses)
        points = tuple(
            Point(label=label, text=c.text, outcome=Outcome.FORSLAG_UPPAT if upward else c.outcome)
            for label, c in zip(labels, clauses, strict=True)
        )
        decision = Decision(
            text=paragraphs(texts),
            status="foreslaget" if proposed else "beslutat",
            level="forslag_till_hogre_organ" if upward else "eget_beslut",
            body=body or self.body,
            outcome=points[0].outcome,
            points=points,
        )
        return texts, decision

    def decision(
        self, *given: tuple[list[str], Decision], proposed: bool = False, heading: str | None = None
    ) -> Part:
        """A section of one or more decisions."""
        kind = SectionKind.FORSLAG_TILL_BESLUT if proposed else SectionKind.BESLUT
        texts = [text for rows, _ in given for text in rows]
        return self.part(
            kind, *texts, facts=Facts(decisions=tuple(decision for _, decision in given)), heading=heading
        )

    def motions(self, *given: tuple[MotionKind, Sequence[Person], str], heading: str | None = None) -> Part:
        """Yrkanden: kind, movers and the sentence in which "{}" stands for the movers."""
        motions = [Motion(kind=kind, by=tuple(by), text=text.format(tags(by))) for kind, by, text in given]
        texts = [motion.text for motion in motions]
        return self.part(SectionKind.YRKANDEN, *texts, facts=Facts(motions=tuple(motions)), heading=heading)

    def reservation(self, by: Sequence[Person], text: str, *, heading: str | None = None) -> Part:
        """A reservation; "{}" stands for the people."""
        full = text.format(tags(by))
        statement = Statement(by=tuple(by), text=full)
        return self.part(
            SectionKind.RESERVATION,
            *full.split("\n"),
            facts=Facts(reservations=(statement,)),
            heading=heading,
        )

    def statement(
        self, kind: SectionKind, by: Sequence[Person], text: str, *, heading: str | None = None
    ) -> Part:
        """A protokollsanteckning or särskilt yttrande; "{}" stands for the people."""
        full = text.format(tags(by))
        facts = Facts(statements=(Statement(by=tuple(by), text=full),))
        return self.part(kind, *full.split("\n"), facts=facts, heading=heading)

    def recusal(self, people: Sequence[Person], text: str) -> Part:
        """Jäv; "{}" stands for the people."""
        return self.part(SectionKind.JAV, text.format(tags(people)), facts=Facts(recusals=tuple(people)))

    def abstaining(self, people: Sequence[Person], text: str) -> Part:
        """Those who do not take part in the decision; "{}" stands for the people."""
        facts = Facts(non_participants=tuple(people))
        return self.part(SectionKind.DELTAR_INTE, text.format(tags(people)), facts=facts)

    def basis(self, *documents: BasisDocument, heading: str | None = None) -> Part:
        """Documents that the decision rests on, one a line."""
        facts = Facts(basis_documents=documents)
        texts = [document.title for document in documents]
        return self.part(SectionKind.BESLUTSUNDERLAG, *texts, facts=facts, heading=heading)

    def recipients(self, *names: str, heading: str | None = None) -> Part:
        """Who gets the decision, one a line."""
        return self.part(SectionKind.EXPEDIERING, *names, facts=Facts(recipients=names), heading=heading)

    def vote(
        self,
        vote: Vote,
        *texts: str,
        table: bool = False,
        heading: str | None = None,
        parties: bool = False,
        appended: bool = False,
    ) -> Part:
        """An omröstning; with `table` the roll call follows as a table, with `parties` in a column.

        A roll call that is `appended` stands in a list behind the document.
        """
        rows = (party_table if parties else roll_table)(vote.roll) if table else ()
        lines = [*texts, *(" ".join(cell for cell in row if cell) for row in rows)]
        part = self.part(SectionKind.OMROSTNING, *lines, facts=Facts(votes=(vote,)), heading=heading)
        return Part(part.section, part.facts, rows, party_table(vote.roll) if appended else ())


def roll_table(roll: Sequence[Ballot]) -> tuple[tuple[str, ...], ...]:
    """The roll call as rows of name with party, and a cross under Ja, Nej or Avstår."""
    columns = (VoteChoice.JA, VoteChoice.NEJ, VoteChoice.AVSTAR)
    rows: list[tuple[str, ...]] = [("Ledamot", "Ja", "Nej", "Avstår")]
    for ballot in roll:
        name = tag(Person(name=ballot.name, party=ballot.party))
        rows.append((name, *("X" if ballot.vote is column else "" for column in columns)))
    return tuple(rows)


def party_table(roll: Sequence[Ballot]) -> tuple[tuple[str, ...], ...]:
    """The roll call with the party in a column of its own, and the sums in the last row."""
    columns = (VoteChoice.JA, VoteChoice.NEJ, VoteChoice.AVSTAR)
    rows: list[tuple[str, ...]] = [("Namn", "Parti", "Ja", "Nej", "Avst")]
    for ballot in roll:
        crosses = ("X" if ballot.vote is column else "" for column in columns)
        rows.append((ballot.name, ballot.party or "", *crosses))
    sums = (str(sum(ballot.vote is column for ballot in roll)) for column in columns)
    return (*rows, ("Summa", "", *sums))


def counted(roll: Sequence[Ballot], **known: object) -> Vote:
    """The vote that a roll call amounts to."""
    counts = {choice: sum(ballot.vote is choice for ballot in roll) for choice in VoteChoice}
    return Vote.model_validate(
        {
            "yes": counts[VoteChoice.JA],
            "no": counts[VoteChoice.NEJ],
            "abstain": counts[VoteChoice.AVSTAR] or None,  # nobody prints that none abstained
            "roll": tuple(roll),
            **known,
        }
    )


def basis(
    title: str, date: str | None = None, *, case_number: str | None = None, form: str = "{}, {}"
) -> BasisDocument:
    """A document that a decision rests on; its title is the whole line as printed.

    Args:
        title: what it is.
        date: ISO.
        case_number: printed after the date.
        form: how title and date are joined.
    """
    printed = title if date is None else form.format(title, date)
    if case_number:
        printed = f"{printed}, {case_number}"
    return BasisDocument(title=printed, date=date, case_number=case_number)
