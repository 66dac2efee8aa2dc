"""The process that runs a student's program: it takes one step at a time and tells what came of it.

It knows what to do and never why: no expected value enters here. Everything it tells is the student's to forge; that
is why it is judged elsewhere. Started as a program (`python -I child.py FOLDERS once|fork`) its standard input is the
connection that it serves, for one program or as a fork server for many; its standard output collects what is printed.
"""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import importlib
import json
import os
import socket
import sys
import tempfile
import types
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    # -I leaves out the user's own site-packages, where the libraries may be; the last one finds this package.
    sys.path += [folder for folder in sys.argv[1].split(os.pathsep) if folder not in sys.path]
    sys.path.append(str(Path(__file__).parents[2]))

from grader.sandbox import clock, describe, lockdown, recorder, wire, zygote

if TYPE_CHECKING:
    from grader.sandbox import web

Reply = dict[str, Any]
APPLICATION = "app"
MAX_NOTES = 50
"""So many warnings, calls of encode and names of one step are told."""


class Program:
    """A student's file, loaded afresh by each run, and what is noted while it is used."""

    def __init__(self, source: bytes, file: str) -> None:
        self.source, self.file = source, file
        self.names: dict[str, Any] | None = None
        self.encodings, self.refusals = recorder.install(file)
        self.client: web.Client | None = None

    def run(self, *, script: bool, environment: dict[str, str], serves: bool) -> Reply:
        """Load the file: as `python file.py` would if it is a script, else as an import would, and start its app."""
        self.names = None
        if self.client:
            self.client.close()
        self.client = None
        for variable in os.environ.keys() - {"TZ"}:
            del os.environ[variable]
        os.environ.update(environment)
        name = "__main__" if script else Path(self.file).stem
        module = sys.modules[name] = types.ModuleType(name)
        module.__file__ = self.file
        code = compile(self.source, self.file, "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - this is what the process is for
        self.names = module.__dict__
        if serves and (application := self.names.get(APPLICATION)):
            from grader.sandbox import web  # noqa: PLC0415 - loaded already where it is needed

            self.client = web.Client(application)
        return {"end": "returned", "literals": describe.literals(code)}

    def call(self, name: str, args: list[Any]) -> Reply:
        """Call a function of the file, and tell its result and what became of its arguments."""
        args = [_received(arg) for arg in args]
        result = self._named(name)(*args)
        return {"end": "returned", "value": describe.value(result), "arguments": [describe.value(arg) for arg in args]}

    def read(self, name: str) -> Reply:
        """Read a name of the file."""
        return {"end": "returned", "value": describe.value(self._named(name))}

    def request(self, target: str, sends: dict[str, Any]) -> Reply:
        """Send a request to the application of the file, and tell its answer and what it raised meanwhile."""
        if self.client is None:
            self._named(APPLICATION)
            raise _NotLoadedError
        answer = self.client.ask(target, sends)
        raised = [describe.error(error, self.file) for error in self.client.errors[:1]]
        return {"end": "returned", "value": describe.value(answer), **({"error": raised[0]} if raised else {})}

    def _named(self, name: str) -> Any:  # noqa: ANN401 - the student's
        if self.names is None:
            raise _NotLoadedError
        if name not in self.names:
            raise _MissingError([known for known in self.names if not known.startswith("_")][:MAX_NOTES])
        return self.names[name]


class _NotLoadedError(Exception):
    """The file did not load, so that there is nothing to call or read."""


class _MissingError(Exception):
    """The file has no such name; the argument lists those that it has."""


def serve(connection: socket.socket) -> None:
    """Do step after step of one program until the other side has gone."""
    complaints = _unnamed_file()
    os.dup2(complaints, 2)
    lockdown.close()
    wire.send(connection, "ready")
    hello = json.loads(wire.receive(connection))
    program = Program(base64.b64decode(hello["source"]), hello["file"])
    output = sys.stdout
    with contextlib.suppress(wire.ClosedError):
        while True:
            step = json.loads(wire.receive(connection))
            clock.move(step["at"], step["zone"])
            reply = _do(program, step)
            for stream in (sys.stdout, output):
                with contextlib.suppress(Exception):  # the program may have closed it or put anything in its place
                    stream.flush()
            wire.send(connection, reply)


def _do(program: Program, step: dict[str, Any]) -> Reply:
    """Do one step, and tell how it ended whatever the program does."""
    complained = _size_of_complaints()
    if step["do"] != "read":  # what is read was made by the step before
        del program.encodings[:], program.refusals[:]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            reply = _dispatch(program, step)
        except _NotLoadedError:
            reply = {"end": "not_reached"}
        except _MissingError as missing:
            reply = {"end": "missing", "names": missing.args[0]}
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
            reply = {"end": "exited", "exit_code": code, "error": describe.error(stop, program.file)}
        except MemoryError as error:
            reply = {"end": "out_of_memory", "error": describe.error(error, program.file)}
        except BaseException as error:  # noqa: BLE001 - whatever it raises is what there is to tell
            reply = {"end": "raised", "error": describe.error(error, program.file)}
    if reply["end"] in ("raised", "exited"):
        reply["complaint"] = _complaint(complained)
    noted = [
        {**describe.error(_warning(entry), program.file), "line": describe.line_number(entry.lineno)}
        for entry in caught[:MAX_NOTES]
    ]
    notes = {"encodings": program.encodings[:MAX_NOTES], "refusals": program.refusals[:MAX_NOTES], "warnings": noted}
    return {**reply, **notes}


def _dispatch(program: Program, step: dict[str, Any]) -> Reply:
    match step["do"]:
        case "run":
            return program.run(script=step["script"], environment=step["environment"], serves=step["serves"])
        case "request":
            return program.request(step["name"], step["sends"])
        case "call":
            return program.call(step["name"], step["args"])
        case _:
            return program.read(step["name"])


def _received(arg: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Make what JSON cannot hold: `{"$timedelta": seconds}` is a length of time."""
    if isinstance(arg, dict) and arg.keys() == {"$timedelta"}:
        return dt.timedelta(seconds=arg["$timedelta"])
    return arg


def _warning(entry: warnings.WarningMessage) -> Warning:
    return entry.message if isinstance(entry.message, Warning) else UserWarning(entry.message)


def _unnamed_file() -> int:
    """Make a file that goes when this process goes, to be its standard error."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("complaints")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _size_of_complaints() -> int:
    with contextlib.suppress(OSError):  # the program may have closed it
        return os.fstat(2).st_size
    return 0


def _complaint(start: int) -> str:
    """Give what was written to standard error since it had this size, or the beginning of that."""
    with contextlib.suppress(OSError):
        os.lseek(2, start, os.SEEK_SET)
        return describe.sendable(os.read(2, describe.SHORT).decode("utf-8", "replace"))[: describe.SHORT]
    return ""


def _connection() -> socket.socket:
    """Take the connection that the other side has put in place of standard input, and put nothing there."""
    if sys.platform == "win32":
        return socket.fromshare(sys.stdin.buffer.read())
    descriptor = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 2)
    os.close(nothing)
    return socket.socket(fileno=descriptor)


if __name__ == "__main__":
    if sys.argv[3] == "web":
        importlib.import_module("grader.sandbox.web")
    sys.path.pop()
    clock.freeze()
    lockdown.enter(sys.argv[1].split(os.pathsep))
    if sys.argv[2] == "fork":
        zygote.serve_forks(_connection(), serve)
    else:
        serve(_connection())
