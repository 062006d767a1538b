"""A decoded program in, the days, times and rooms out that cannot be meant."""

from collections.abc import Iterator

from mmpt_site.content.finding import Finding
from mmpt_site.content.spans import days_apart, days_of
from mmpt_site.model.program import Program, Session
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import nearest


def program_on_the_days(workshop: Workshop, program: Program) -> Iterator[Finding]:
    """The program's days are days of the workshop."""
    span = days_of(workshop.days) if workshop.days else None
    for day in program.program:
        if span and days_apart(day, span) > 1:
            message = f"{day} is not a day of the workshop, {span[0]} to {span[1]}."
            yield Finding("program", ("program", day.isoformat(), "[key]"), message, "Is one of the two dates a slip?")


def sessions_in_order(program: Program) -> Iterator[Finding]:
    """Within a day and a room, sessions stand in the order in which they begin, so that nothing is lost."""
    for day, sessions in program.program.items():
        latest: dict[tuple[str, ...], Session] = {}
        for index, after in enumerate(sessions):
            before = latest.get(after.room)
            if before and after.at < before.at:
                name = after.title or after.keynote
                message = f"{name} begins at {after.at:%H:%M}, before {before.title} ({before.at:%H:%M}) above it."
                hint = "Is one of the times a slip? Otherwise put the sessions in order."
                yield Finding("program", ("program", day.isoformat(), index, "at"), message, hint)
            latest[after.room] = after


def rooms_are_known(program: Program) -> Iterator[Finding]:
    """Where the rooms are listed, those of the sessions are among them, and each is there once."""
    for step, room in enumerate(program.rooms):
        if room in program.rooms[:step]:
            yield Finding("program", ("rooms", step), "This room stands here twice.", "Take one of the two out.")
    for day, sessions in program.program.items():
        for index, session in enumerate(sessions):
            for step, room in enumerate(session.room):
                if program.rooms and room not in program.rooms:
                    near = nearest(room, program.rooms)
                    hint = (
                        f"Did you mean {near}?" if near else f"Write one of them, or add it: {', '.join(program.rooms)}"
                    )
                    place = ("program", day.isoformat(), index, "room", step)
                    yield Finding("program", place, f'There is no room "{room}" under rooms.', hint)
