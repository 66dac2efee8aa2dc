"""The process that runs a student's program: it takes one step at a time and tells what came of it.

It knows what to do and never why: no expected value enters here. Everything it tells is the student's to forge; that
is why it is judged elsewhere. Started as a program (`python -I child.py FOLDERS once|fork`) its standard input is the
connection that it serves, for one program or as a fork server for many; its standard output collects what is printed.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import importlib
import json
import os
import socket
import sys
import warnings
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    # -I leaves out the user's own site-packages, where the libraries may be; the last one finds this package.
    sys.path += [folder for folder in sys.argv[1].split(os.pathsep) if folder not in sys.path]
    sys.path.append(str(Path(__file__).parents[2]))

from grader.sandbox import clock, describe, lockdown, rehearsal, wire, zygote
from grader.sandbox.complaints import collect
from grader.sandbox.program import MAX_NOTES, MissingError, NotLoadedError, Program, Reply, hide_other_packages
from grader.sandbox.recorder import Recorder
from grader.sandbox.surroundings import Surroundings


def serve(connection: socket.socket, recorder: Recorder, surroundings: Surroundings) -> None:
    """Do step after step of one program until the other side has gone."""
    wire.send(connection, "ready")
    asked = wire.Receiver(connection)
    hello = json.loads(asked.receive())
    recorder.file = hello["file"]
    program = Program(base64.b64decode(hello["source"]), hello["file"])
    with contextlib.suppress(wire.ClosedError):
        step = json.loads(asked.receive())
        wire.send(connection, program.literals())  # as long as nothing of it has been run, so that it is true
        while True:
            clock.move(step["at"], step["zone"])
            reply = _do(program, step, recorder, surroundings)
            with contextlib.suppress(Exception):  # the program may have closed it or put anything in its place
                sys.stdout.flush()
            wire.send(connection, reply)
            step = json.loads(asked.receive())


def _do(program: Program, step: dict[str, Any], recorder: Recorder, surroundings: Surroundings) -> Reply:
    """Do one step, and tell how it ended whatever the program does."""
    causes = ""
    surroundings.complaints.take()
    if step["do"] != "read":  # what is read was made by the step before
        del recorder.encodings[:], recorder.refusals[:]
    del program.warnings[:]
    try:
        if step["do"] == "run":
            surroundings.renew(program.file, step["environment"])
        reply = _dispatch(program, step)
    except NotLoadedError:
        reply = {"end": "not_reached"}
    except MissingError as missing:
        reply = {"end": "missing", "names": missing.args[0]}
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        reply = {"end": "exited", "exit_code": code, "error": describe.error(stop, program.file)}
    except MemoryError as error:
        reply = {"end": "out_of_memory", "error": describe.error(error, program.file)}
    except BaseException as error:  # noqa: BLE001 - whatever it raises is what there is to tell
        causes = describe.causes(error)
        reply = {"end": "raised", "error": describe.error(error, program.file)}
    if reply["end"] in ("raised", "exited"):
        reply["complaint"] = f"{causes}{surroundings.complaints.take()}"[: describe.SHORT]
    noted = [
        {**describe.error(_warning(entry), program.file), "line": describe.line_number(entry.lineno)}
        for entry in program.warnings[:MAX_NOTES]
    ]
    calls = {"encodings": recorder.encodings[-MAX_NOTES:], "refusals": recorder.refusals[-MAX_NOTES:]}
    return {**reply, **calls, "warnings": noted}


def _dispatch(program: Program, step: dict[str, Any]) -> Reply:
    match step["do"]:
        case "run":
            return program.run(script=step["script"], serves=step["serves"])
        case "request":
            return program.request(step["name"], step["sends"])
        case "call":
            return program.call(step["name"], step["args"])
        case _:
            return program.read(step["name"])


def _warning(entry: warnings.WarningMessage) -> Warning:
    return entry.message if isinstance(entry.message, Warning) else UserWarning(entry.message)


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
    hide_other_packages()
    recorder = Recorder()
    recorder.install()
    surroundings = Surroundings(collect())
    serve_one = functools.partial(serve, recorder=recorder, surroundings=surroundings)
    door = lockdown.enter(sys.argv[1].split(os.pathsep))
    if sys.argv[2] == "fork":
        rehearsal.rehearse(serve_one)
        surroundings.open_ahead()
        zygote.serve_forks(_connection(), serve_one, door)
    else:
        lockdown.end_with_parent()  # a fork server ends its children, but here is none
        connection = _connection()
        door.close()
        serve_one(connection)
