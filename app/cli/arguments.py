"""The arguments of every command. A mistake in them is a `WrongUse`, never a direct exit."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from app.domain.languages import LANGUAGES
from app.errors import UserError


class WrongUse(UserError):
    """The command was not written as it has to be."""

    code = "usage"


class Usage(Exception):
    """Help or the version was asked for."""

    def __init__(self, body: Mapping[str, object], lines: Iterable[str]) -> None:
        super().__init__()
        self.body = body
        self.lines = lines


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self.add_argument("-h", "--help", action=_Help, nargs=0, help="show this text")

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{message}; “{self.prog} --help” shows how it is written")


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        text = parser.format_help().rstrip()
        raise Usage({"help": text}, (text,))


class _Version(argparse.Action):
    def __call__(self, *_rest: object) -> None:
        from app.version import program_version  # noqa: PLC0415

        raise Usage({"version": program_version()}, (f"praya {program_version()}",))


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of one call; `group` and `action` say which command it is."""
    options, rest = _parser(_parts_for(arguments)).parse_known_args(arguments)
    if rest:
        late = [item for item in rest if item.split("=")[0] in _GLOBAL]
        if late:
            raise WrongUse(f"{late[0]} stands before the command: praya {late[0]} … COMMAND …")
        raise WrongUse(f"“{rest[0]}” is not understood here; “praya --help” shows the commands")
    if options.group is None:
        if options.json:
            raise WrongUse("--json needs a command; “praya --help” shows the commands")
        options.group, options.action = "start", "gui"
    return options


_WITH_VALUE = ("--workspace", "--passphrase-file", "--as")
_GLOBAL = ("--json", *_WITH_VALUE)

_DESCRIPTION = """\
Fill in, check, approve, sign and keep the periodic regulatory returns of a licensed exchange.
ID is a return's id or the beginning of it. A FIELD is written like Header/CeNumber or
Wallets/Wallet[3]/Label."""

_CODES = "Exit codes: 0 valid or done; 1 blocking findings; 2 wrong use or unreadable; 3 our fault."


def _parts_for(arguments: Sequence[str]) -> Sequence["_Part"]:
    """The part that describes the command; all of them for help and for what is not understood.

    Describing every command takes longer than checking a small file.
    """
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word in ("validate", "verify"):
            return (_files,)
        if word in _WITH_VALUE and waiting:
            waiting.pop(0)
        elif word != "--json" and word.split("=")[0] not in _WITH_VALUE:
            break
    return _PARTS


def _parser(parts: Sequence["_Part"]) -> _Parser:
    parser = _Parser(
        prog="praya",
        description=_DESCRIPTION,
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--workspace", metavar="PATH|URL", help="the workspace (default: the user's data folder)")
    add("--passphrase-file", metavar="FILE", help="its first line opens the workspace")
    add("--as", dest="seat", metavar="NAME", help="who acts (default: the system's user)")
    add("--json", action="store_true", help="exactly one JSON document on standard output")
    add("--version", action=_Version, nargs=0, help="show the version")
    parser.set_defaults(group=None)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=_Parser)
    for part in parts:
        part(_Commands(commands))
    return parser


class _Commands:
    """Adds commands to one level of the parser."""

    def __init__(self, level: Any) -> None:
        self._level = level

    def add(self, name: str, group: str, action: str, text: str) -> Any:
        command = self._level.add_parser(name, help=text, description=text)
        command.set_defaults(group=group, action=action)
        return command.add_argument

    def level(self, name: str, text: str) -> "_Commands":
        command = self._level.add_parser(name, help=text, description=text)
        return _Commands(
            command.add_subparsers(
                metavar="ACTION", required=True, dest="action_name", parser_class=_Parser
            )
        )


def _start(commands: _Commands) -> None:
    commands.add("gui", "start", "gui", "open the window (the default)")
    add = commands.add("init", "start", "init", "make a new workspace")
    add("--entity", required=True, metavar="NAME", help="the licensed firm")
    add("--ce", required=True, metavar="CODE", help="its CE number, such as ABC123")
    add = commands.add("demo", "start", "demo", "go through the sample month, from Excel to filing")
    add("--out", metavar="DIR", help="where the demo's files go (default: a fresh folder)")
    add("--no-gui", action="store_true", help="do not open the window afterwards")
    commands.add("self-test", "start", "self-test", "check this installation from end to end")


def _packs(commands: _Commands) -> None:
    pack = commands.level("pack", "schema packs")
    pack.add("list", "packs", "list", "every pack of the workspace")
    add = pack.add(
        "add", "packs", "add", "put a folder, zip archive or single XSD into the workspace"
    )
    add("path")
    add("--root", action="append", metavar="NAME", help="of schemas alone: the document element")
    add("--schema", default="", metavar="FILE", help="which of the XSDs declares it")
    add("--id", default="", metavar="ID", help="the pack's id (default: from type and version)")
    add("--type", default="", metavar="TYPE", help="as in “praya return new TYPE” (default: root)")
    add("--version", dest="version_name", default="", metavar="VERSION")
    add("--title", default="", metavar="TEXT", help="what the return is called")
    add("--publisher", default="", metavar="TEXT")
    add("--from", dest="since", metavar="DAY", help="the first day that it serves")
    add("--to", dest="until", metavar="DAY", help="the last day that it serves")
    pack.add("check", "packs", "check", "check a pack without adding it")("path")
    add = pack.add("sign", "packs", "sign", "put the publisher's signature beside a pack's files")
    add("path")
    add("--p12", required=True, metavar="FILE", help="the key and its certificate")
    add("--p12-passphrase-file", metavar="FILE", help="its first line opens the key")
    add("--out", required=True, metavar="FILE.asice")
    add = pack.add("diff", "packs", "diff", "what differs between two packs, and for drafts")
    add("first", metavar="A", help="a pack's id, folder or archive")
    add("second", metavar="B")
    add = pack.add("migrate", "packs", "migrate", "a copy of a draft under another version")
    add("id", metavar="ID", help="a draft; it stays as it is")
    add("pack", metavar="PACK", help="a pack of the workspace for the same type")
    pack.add("remove", "packs", "remove", "remove a pack that no return uses")("id")
    add = pack.add("rules", "packs", "rules", "every rule of a pack, and whether it counts")
    add("pack", metavar="PACK", help="a pack's id, folder or archive")
    add("--on", metavar="DAY", help="such as 2026-10-31 (default: today)")
    add = pack.add("schematron", "packs", "schematron", "the rules as ISO Schematron")
    add("pack", metavar="PACK", help="a pack's id, folder or archive")
    add("--on", metavar="DAY", help="the rules in force on this day (default: today)")
    add("--out", metavar="FILE", required=True)


def _returns(commands: _Commands) -> None:
    level = commands.level("return", "returns and their deadlines")
    level.add("list", "returns", "list", "every return, and what is due")
    add = level.add("new", "returns", "new", "begin a return")
    add("type", metavar="TYPE", help="such as CAR or CWR")
    add("period", metavar="PERIOD", help="such as 2026-10")
    add("--follows", metavar="ID", help="the next report of the event that this one belongs to")
    add = level.add("open", "returns", "open_file", "make a return from an XML file")
    add("file", metavar="FILE.xml")
    add("--period", metavar="PERIOD", help="where the file does not say it")
    add("--pack", metavar="ID", help="where several packs are for its kind of document")
    add = level.add("save", "returns", "save_file", "write a return as XML, unsigned")
    add("id")
    add("--out", required=True, metavar="FILE.xml")
    level.add("show", "returns", "show", "one return with its values")("id")
    add = level.add("pdf", "returns", "pdf", "write a return to be read or printed")
    add("id")
    add("--out", required=True, metavar="FILE.pdf")
    add("--language", choices=LANGUAGES, default="en", help="of its texts (default: en)")
    level.add("compare", "returns", "compare", "a correction beside its original")("id")
    level.add("carry", "returns", "carry", "fill what is empty from the last filed return")("id")
    add = level.add("void", "returns", "void", "give up a return that was not filed")
    add("id")
    add("--reason", required=True, metavar="TEXT")
    add = commands.add("calendar", "returns", "calendar", "write what is due as a calendar file")
    add("--out", required=True, metavar="FILE.ics")
    add("--language", choices=LANGUAGES, default="en", help="of its texts (default: en)")
    level.add("correct", "returns", "correct", "begin the correction of a signed or filed return")(
        "id"
    )


def _edits(commands: _Commands) -> None:
    add = commands.add("set", "edits", "set", "type a value into a field")
    add("id")
    add("field", metavar="FIELD")
    add("value", metavar="VALUE", help="an empty text empties the field")
    add("--reason", metavar="TEXT", help="why a computed field is not what its formula gives")
    add = commands.add("how", "edits", "how", "how a value came about, down to its cells")
    add("id")
    add("field", metavar="FIELD")
    add = commands.add("row", "edits", "row", "add or remove a row of a table")
    add("id")
    add("what", choices=("add", "remove"), metavar="add|remove")
    add("table", metavar="TABLE", help="such as Wallets/Wallet")
    add("position", metavar="N", nargs="?", type=_position, help="1-based; needed to remove")
    add = commands.add("explain", "edits", "explain", "explain a finding that needs it")
    add("id")
    add("code", metavar="CODE", nargs="?", help="such as CWR-002; left out: list what is proposed")
    add("text", metavar="TEXT", nargs="?")
    add("--path", metavar="FIELD", help="only the finding at this place")
    add("--proposed", action="store_true", help="as the last filed return explained it")
    add = commands.add("setting", "edits", "setting", "show or change the workspace's settings")
    add("name", metavar="NAME", nargs="?")
    add("value", metavar="VALUE", nargs="?")


def _excel(commands: _Commands) -> None:
    add = commands.add("template", "excel", "template", "write the workbook of a return type")
    add("type", metavar="TYPE")
    add("--out", required=True, metavar="FILE.xlsx")
    add("--period", metavar="PERIOD", help="the pack in force then (default: this month)")
    add("--return", dest="filled", metavar="ID", help="filled with this return as it stands")
    add(
        "--language", choices=LANGUAGES[1:], default=LANGUAGES[1], help="Chinese beside the English"
    )
    profile = commands.level("profile", "how finance's own workbooks are read")
    profile.add("list", "excel", "profile-list", "every profile of the workspace")
    profile.add("add", "excel", "profile-add", "put a profile into the workspace")("file")
    profile.add("show", "excel", "profile-show", "one profile")("name")
    add = commands.add(
        "import", "excel", "import", "read a workbook into a return, whole or not at all"
    )
    add("id")
    add("file", metavar="FILE.xlsx")
    add("--profile", metavar="NAME", help="how the workbook is laid out (default: our template)")
    add("--dry-run", action="store_true", help="show what would change, and change nothing")
    paths: dict[str, Any] = {"nargs": "+", "metavar": "PATH", "action": "extend"}
    add("--reject", default=[], help="rows, tables or values of the file to leave out", **paths)
    add("--keep", default=[], help="rows or tables not to remove, which the file lacks", **paths)
    add("--only", help="take these rows and tables alone", **paths)

    add = commands.add(
        "what-if", "whatif", "what-if", "transfers to cold storage that bring ratio and cover back"
    )
    add("id")
    add("--move", nargs="+", action="extend", metavar="ASSET=UNITS", help="instead of the lightest")
    add("--out", metavar="FILE", help="as a workbook (.xlsx) or as text")
    add("--language", choices=LANGUAGES, default="en", help="of its texts (default: en)")

    add = commands.add(
        "findings", "excel", "findings", "check a return and write its findings for Excel"
    )
    add("id")
    add("--out", metavar="FILE.xlsx", help="as a list")
    add("--into", metavar="DIR", help="marked in copies of the workbooks that were imported")
    add("--language", choices=LANGUAGES, default="en", help="of its texts (default: en)")


def _files(commands: _Commands) -> None:
    add = commands.add("validate", "files", "validate", "check a return, or any XML file")
    add("what", metavar="ID|FILE.xml")
    add("--schema", metavar="FILE.xsd", help="check a file against this schema alone")
    add("--pack", metavar="ID", help="check a file as this pack says (default: by its namespace)")
    add = commands.add("verify", "files", "verify", "verify a signed file")
    add("file", metavar="FILE")
    add("--trust", metavar="PEM", action="append", default=[], help="authorities that you trust")
    add("--signature-only", action="store_true", help="leave the content unjudged")
    add(
        "--strict",
        action="store_true",
        help="accept only files exactly as this program writes them",
    )


def _timestamp(commands: _Commands) -> None:
    add = commands.add("timestamp", "files", "timestamp", "prove when a signed file was signed")
    add("file", metavar="FILE", help="a signed XML or a container")
    add("--request", metavar="FILE.tsq", help="write the question for a time-stamp authority")
    add("--answer", metavar="FILE.tsr", help="what the authority answered")
    add("--server", metavar="URL", help="ask this authority now; it gets a digest, nothing else")
    add("--out", metavar="FILE", help="where the stamped copy goes")
    add("--signature", metavar="N", type=_position, default=1, help="of a container's signatures")
    add = commands.add(
        "evidence", "files", "evidence", "keep proof that no certificate was revoked"
    )
    add("file", metavar="FILE", help="a signed file with its time-stamp")
    add("--crl", metavar="FILE", action="append", default=[], help="a revocation list")
    add("--ocsp", metavar="FILE", action="append", default=[], help="an OCSP answer")
    add("--certificate", metavar="FILE", action="append", default=[], help="of an authority")
    add("--out", required=True, metavar="FILE", help="where the copy goes")
    add("--signature", metavar="N", type=_position, default=1, help="of a container's signatures")


def _filing(commands: _Commands) -> None:
    commands.add("review", "filing", "review", "hand a checked return to another person")("id")
    add = commands.add(
        "approve", "filing", "approve", "approve as another person than the preparer"
    )
    add("id")
    add("--digest", metavar="HEX|WORDS", help="of what you looked at; anything else is refused")
    add = commands.add("sign", "filing", "sign", "sign what was approved")
    add("id")
    add("--p12", metavar="FILE", help="the key and its certificate")
    add("--p12-passphrase-file", metavar="FILE", help="its first line opens the key")
    add("--pss", action="store_true", help="with RSASSA-PSS, where the recipient requires it")
    add("--store", metavar="FINGERPRINT", help="a key of the system's store, by its certificate")
    add("--pkcs11", metavar="DRIVER", help="a token's driver, instead of a key file")
    add("--token", metavar="LABEL", help="which token, where there are several")
    add("--key", metavar="LABEL", help="which of its keys, where there are several")
    add("--pin-file", metavar="FILE", help="its first line is the token's PIN")
    add("--role", metavar="TEXT", help="in which role, such as “Responsible officer”")
    add("--city", metavar="TEXT", help="where it is signed")
    add("--country", metavar="CODE", help="where it is signed, such as HK")
    add("--commitment", choices=("approval", "creation", "origin"), metavar="KIND",
        help="what the signature means: approval, creation or origin")  # fmt: skip
    add("--add", action="store_true", help="join the signatures of a return that is signed")
    add = commands.add("export", "filing", "export", "write the signed file and its manifest")
    add("id")
    add("--out", required=True, metavar="DIR")
    add("--container", action="store_true", help="an ASiC-E container as well")
    add("--cover", choices=LANGUAGES, help="all values as plain text as well")
    add("--language", choices=LANGUAGES, help="of the PDF and its cover sheet; else English")
    commands.add(
        "proof", "filing", "proof", "keep a time-stamped copy of a signed return in the workspace"
    )("file", metavar="FILE")
    add = commands.add("receipt", "filing", "receipt", "record the regulator's receipt: filed")
    add("id", nargs="?", metavar="ID", help="left out, or “-”: the return that the file names")
    add("file", metavar="FILE")
    add("--reference", default="", help="its reference number, kept in the history")
    add("--received", default="", metavar="DATE", help="the day on which it came")


def _trust(commands: _Commands) -> None:
    trust = commands.level("trust", "whose signatures this workspace trusts")
    trust.add("list", "trust", "list", "every trusted certificate")
    add = trust.add("add", "trust", "add", "trust an authority, or pin a signer's own certificate")
    add("file", metavar="FILE", help="certificates in PEM or DER, or a folder of them")
    trust.add("remove", "trust", "remove", "trust a certificate no longer")(
        "fingerprint", metavar="FINGERPRINT"
    )


def _keeping(commands: _Commands) -> None:
    history = commands.level("history", "who did what, in a chain of hashes")
    add = history.add("show", "keeping", "history-show", "the history of the workspace")
    add("id", metavar="ID", nargs="?", help="of one return alone")
    add("--out", metavar="FILE", help="write all of it as JSON lines")
    add = history.add("verify", "keeping", "history-verify", "verify the chain of hashes")
    add("file", metavar="FILE", nargs="?", help="a history written with “show --out”")
    add("--anchor", metavar="MANIFEST", action="append", default=[],
        help="the manifest of an export or backup, which notes how far the history had come")  # fmt: skip
    commands.add("backup", "keeping", "backup", "copy the workspace into a folder")(
        "folder", metavar="DIR"
    )
    add = commands.add("restore", "keeping", "restore", "make the workspace from a backup")
    add("file", metavar="FILE")
    add = commands.add(
        "diagnostics", "keeping", "diagnostics", "a bundle for whoever helps, everything masked"
    )
    add("--out", metavar="FILE.zip", required=True, help="the file to write")
    commands.add(
        "recovery-key", "keeping", "recovery-key", "print the key that the keyring holds, to keep"
    )


def _position(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no row number; the first row is 1")
    return int(text)


_Part = Callable[[_Commands], None]
_PARTS: Sequence[_Part] = (
    _start, _packs, _returns, _edits, _excel, _files, _timestamp, _filing, _trust, _keeping,
)  # fmt: skip
