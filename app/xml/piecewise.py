"""A large document against its XSD, piece by piece: the errors of the whole tree in little memory.

Every piece stands in the frame of the document (all that precedes it, long runs cut short), so that
libxml2 sees it in its place. The frame itself is validated once. What only the whole can tell (keys,
references, unique values) is compared over all pieces by `piecekeys`. Wherever the pieces could say
something else than the tree, `Unsuited` is raised and the tree has to decide.
"""

import os
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from app.xml.piececut import Frame, Run, cut
from app.xml.pieceframe import RUN, Base, Text, base_of, parsed
from app.xml.piecekeys import Constraint, Hashes, Key, Target, Unsuited
from app.xml.pieceplan import Plan, Tools
from app.xml.piecework import (
    Answer,
    Error,
    Hit,
    Work,
    absent,
    errors,
    hide,
    mark,
    refuse_chosen_types,
)
from app.xml.places import Places
from app.xml.safe import MAX_BYTES
from app.xml.validate import SchemaProblem, own_errors, problem_of

if TYPE_CHECKING:
    from app.domain.schema import Schema

Source = Callable[[], Iterable[bytes]]
"""Gives the bytes of the document from the beginning, as often as it is asked."""

THREADS = min(2, os.cpu_count() or 1)
_AHEAD = 2
"""libxml2 works without Python's lock, so that one piece is cut while others are validated."""

_Result = TypeVar("_Result")


def validate_pieces(
    source: Source,
    plan: Plan,
    schema: "Schema | None" = None,
    tell: Callable[[], object] = lambda: None,
) -> list[SchemaProblem]:
    """All errors of the document by their lines, as the whole tree gives them; or `Unsuited`.

    `tell` is called for every piece; what it raises stops the work.
    """
    return _Pieces(source, plan, schema, tell).problems()


class _Pieces:
    def __init__(
        self, source: Source, plan: Plan, schema: "Schema | None", tell: Callable[[], object]
    ) -> None:
        self._source, self._plan, self._schema, self._tell = source, plan, schema, tell
        self._work = Work(schema, plan.identifiers)
        self._found: list[SchemaProblem] = []
        self._of_run: defaultdict[int, list[SchemaProblem]] = defaultdict(list)
        self._chains: dict[int, dict[str, str]] = {}  # paths around a run, now and in the end
        self._hashes = [Hashes() for _ in plan.constraints]
        self._rows: dict[int, int] = {}  # how many each part has
        self._slow: set[int] = set()  # parts whose keys errors may have touched
        self._selected: list[tuple[int, ...]] = []  # of each run, the targets before it

    def problems(self) -> list[SchemaProblem]:
        reading = _Reading(self._source, self._plan, self._base)
        with closing(self._all(reading, self._check)) as answers:
            for base, shift, part, answer in answers:
                self._take(reading.text, base, shift, part, answer)
        if not self._selected:
            raise Unsuited("the document has no long table")
        frame = self._check_frame(reading.text)
        self._constraints(frame)
        return sorted(self._found, key=lambda problem: problem.line)

    # The walk through the document

    def _all(
        self, reading: "_Reading", work: Callable[[Tools, Base, bytes, int], _Result]
    ) -> Generator[tuple[Base, int, int, _Result], None, None]:
        """The result for every piece in order, with its base, the shift of its lines and its number."""
        waiting: deque[tuple[Base, int, int, Future[_Result]]] = deque()
        pool = ThreadPoolExecutor(THREADS)

        def job(base: Base, piece: bytes, part: int) -> _Result:
            tools = self._plan.tools()
            try:
                return work(tools, base, piece, part)
            finally:
                self._plan.give_back(tools)

        try:
            for base, shift, part, piece in reading.pieces():
                self._tell()
                waiting.append((base, shift, part, pool.submit(job, base, piece, part)))
                if len(waiting) > _AHEAD:
                    yield _done(waiting.popleft())
            while waiting:
                yield _done(waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _check(self, tools: Tools, base: Base, piece: bytes, _part: int) -> Answer:
        return self._work.check(tools, base, piece)

    def _base(self, text: Text, number: int, run: Run) -> Base:
        """The frame at the beginning of a run."""
        if any(name.rpartition(b":")[2].decode() in self._plan.scoped for name in run.open[1:]):
            raise Unsuited("a long table stands in an element with keys of its own")
        base, tree, places = base_of(text, number, run, self._schema)
        tools = self._plan.tools()
        entries = errors(tools, tree)
        base.known = Counter(map(mark, entries))
        hide(tools, places, entries)
        base.selected = tuple(item.count(tree.getroot()) for item in tools.constraints)
        self._plan.give_back(tools)
        if number == len(self._selected):
            self._selected.append(base.selected)
        return base

    def _take(self, text: Text, base: Base, shift: int, part: int, answer: Answer) -> None:
        """Take over what was found in a piece."""
        mine = self._of_run[base.number]
        mine += [_placed(text, base, shift, problem) for problem in answer.problems]
        mine += [
            replace(problem, path=text.path(problem.path), line=text.line(problem.line))
            for problem in answer.around
        ]
        for hashes, keys in zip(self._hashes, answer.keys, strict=True):
            hashes.parts[part] = keys
        if not answer.quick:
            self._slow.add(part)
        self._rows[part] = answer.rows
        base.missing += answer.rows

    # The frame

    def _check_frame(self, text: Text) -> list[list[Hit]]:
        """Validate the frame; the targets of each constraint in it, with their places."""
        tree = parsed(bytes(text.data))
        places = Places(tree, self._schema)
        self._settle_chains(text, tree.getroot(), places)
        tools = self._plan.tools()
        entries = errors(tools, tree)
        for entry in own_errors(entries):
            self._found.append(_in_frame(text, problem_of(places, entry)))
        result: list[list[Hit]] = []
        if tools.constraints:
            refuse_chosen_types(tree)
            refused = hide(tools, places, entries)
            for number, item in enumerate(tools.constraints):
                result.append([])
                for at, target in enumerate(item.targets(tree.getroot(), 0, refused)):
                    if target.absent and item.kind == "key":
                        self._found.append(_in_frame(text, absent(item, target, tree, places)))
                    if target.values is not None:
                        path = text.path(places.field_path(tree.getpath(target.element)))
                        line = text.line(target.element.sourceline)
                        result[-1].append(self._frame_hit(number, at, target, path, line))
        self._plan.give_back(tools)
        return result

    def _settle_chains(self, text: Text, root: Any, places: Places) -> None:
        """An element around a run shows its place only since another of its name followed it."""
        shown = [_chain_paths(base, root, places) for base in text.gaps]
        before = [tuple(map(text.path, base.chain)) for base in text.gaps]
        for base, paths in zip(text.gaps, shown, strict=True):
            base.chain = paths
        for base, old in zip(text.gaps, before, strict=True):
            names = dict(zip(old, map(text.path, base.chain), strict=True))
            self._chains[base.number] = names
            changed = any(was != now for was, now in names.items())
            for problem in self._of_run.pop(base.number, []):
                self._found.append(_renamed(problem, names) if changed else problem)

    def _frame_hit(self, number: int, at: int, target: Target, path: str, line: int) -> Hit:
        run = sum(1 for seen in self._selected if seen[number] <= at)
        assert target.values is not None
        return Hit(number, (run * RUN, at), target.values, target.element.tag, path, line)

    # Keys, references and unique values

    def _constraints(self, frame: list[list[Hit]]) -> None:
        for mine in frame:
            for hit in mine:
                self._hashes[hit.constraint].add(hit.order[0], [hit.values])
        bad = [self._doubtful(number) for number in range(len(frame))]
        if not any(bad):
            return
        hits = [
            [hit for hit in mine if hash(hit.values) in wanted]
            for mine, wanted in zip(frame, bad, strict=True)
        ]
        self._look_again(bad, hits)
        for item, found in zip(self._plan.constraints, hits, strict=True):
            self._tell_wrong(item, sorted(found, key=lambda hit: hit.order))

    def _doubtful(self, number: int) -> set[int]:
        item = self._plan.constraints[number]
        if item.kind != "keyref":
            return self._hashes[number].doubled()
        for other, keys in zip(self._plan.constraints, self._hashes, strict=True):
            if other.local == item.refer and other.kind != "keyref":
                return self._hashes[number].unmatched(keys)
        raise Unsuited("a reference leads to no key of the same element")

    def _look_again(self, bad: list[set[int]], hits: list[list[Hit]]) -> None:
        """Read the pieces a second time in which something doubtful stands."""
        parts = {
            part
            for hashes, wanted in zip(self._hashes, bad, strict=True)
            for part, values in hashes.parts.items()
            if wanted and not wanted.isdisjoint(values)
        }

        def look(tools: Tools, base: Base, piece: bytes, part: int) -> list[Hit]:
            if part not in parts:
                return []
            return self._work.look(tools, base, piece, part, bad, quick=part not in self._slow)

        reading = _Reading(self._source, self._plan, self._base)
        for base, shift, part, found in self._all(reading, look):
            names = self._chains[base.number]
            for hit in found:
                problem = SchemaProblem(hit.path, hit.line, "", "")
                there = _renamed(_placed(reading.text, base, shift, problem), names)
                hits[hit.constraint].append(replace(hit, path=there.path, line=there.line))
            base.missing += self._rows[part]

    def _tell_wrong(self, item: Constraint, hits: list[Hit]) -> None:
        seen: set[Key] = set()
        for hit in hits:
            if item.kind == "keyref" or hit.values in seen:
                problem = problem_of(None, Error(item.wrong(hit.tag, hit.values), hit.line))
                self._found.append(replace(problem, path=hit.path))
            seen.add(hit.values)


class _Reading:
    """One walk through the document; `text` is its whole frame in the end."""

    def __init__(self, source: Source, plan: Plan, base: Callable[[Text, int, Run], Base]) -> None:
        self.text = Text()
        self._source, self._plan, self._base = source, plan, base

    def pieces(self) -> Iterator[tuple[Base, int, int, bytes]]:
        """Every piece, with the base of its run, how far its lines are shifted, and its number."""
        text, base = self.text, None
        number = size = 0
        for part in cut(self._source(), self._plan.rows, self._plan.kept):
            if isinstance(part, Run):
                text.break_line()
                base = self._base(text, number, part)
                number += 1
                continue
            size += len(part.data)
            if size > MAX_BYTES:
                raise Unsuited("the document is larger than anything that is read")
            if isinstance(part, Frame):
                if base is not None:
                    text.leave_out(base)
                    base = None
                text.add(part.data)
                continue
            assert base is not None
            base.pieces += 1
            shift = text.read + 1 - base.first_line
            text.read += part.data.count(b"\n")
            yield base, shift, base.number * RUN + base.pieces, part.data


def _done(
    waiting: tuple[Base, int, int, "Future[_Result]"],
) -> tuple[Base, int, int, _Result]:
    return *waiting[:3], waiting[3].result()


def _placed(text: Text, base: Base, shift: int, problem: SchemaProblem) -> SchemaProblem:
    """From a place among the rows of a piece to that in the document."""
    path = problem.path
    before = f"{base.parent}/{base.name}[".lstrip("/")
    if path.startswith(before):
        number, _, rest = path[len(before) :].partition("]")
        at = int(number) + base.missing + text.left_out(base.parent, base.name, base.after)
        path = f"{text.path(base.parent)}/{base.name}[{at}]{rest}".lstrip("/")
    elif path:
        raise Unsuited("an error of a piece stands outside its rows")
    return replace(problem, path=path, line=problem.line + shift)


def _in_frame(text: Text, problem: SchemaProblem) -> SchemaProblem:
    return replace(problem, path=text.path(problem.path), line=text.line(problem.line))


def _chain_paths(base: Base, root: Any, places: Places) -> tuple[str, ...]:
    """The paths of the elements around a run, in the finished frame."""
    element, paths = root, []
    for many in base.elements[:-1]:
        element = next(islice(element.iterchildren("*"), many - 1, None))
        paths.append(places.field_path(element.getroottree().getpath(element)))
    return tuple(paths)


def _renamed(problem: SchemaProblem, names: dict[str, str]) -> SchemaProblem:
    for was in sorted(names, key=len, reverse=True):
        if problem.path == was or problem.path.startswith(f"{was}/"):
            return replace(problem, path=names[was] + problem.path[len(was) :])
    return problem
