"""What must come of each program in programs/: its points, what is said first, and at which levels it is run.

A program that nothing would stop at a level is not run there. `hole` says what an attack that succeeds today achieves:
its test is expected to fail, strictly, so that whoever closes the hole takes the word out of this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from levels import FENCED, FILTERED, LEVELS, SHUT_IN

PROGRAMS = Path(__file__).with_name("programs")
FULL_MARKS = {"utc_expiry": 5.0, "purpose": 7.0, "token_output": 5.0, "default_algorithm": 7.0, "import_encode": 5.0}
FULL_MARKS |= {"login_endpoint": 12.0, "protected_endpoint": 14.0, "asymmetric_keys": 16.0}
"""Of the task; no question is answered here."""
NEIGHBOUR, WEB_NEIGHBOUR = "utc_expiry", "login_endpoint"
"""Whose honest program is graded after the attack, in a process that is forked from the same server."""

NOTHING = "RuntimeError: worked: nothing"
NO_TOKEN = "Expected create_token(...) to be a token, but it is "  # noqa: S105 - words
NO_SIGNATURE = "xpected a token signed with the given secret, but the signature does not match that secret."
NO_ANSWER = "gave an answer that is too large or not understood: return a short text."
EXPIRY = "Expected `exp` 30 min after the call, but it is "
ENDED = "ended the whole program"
CRASHED = "crashed Python itself."
STOPPED = "was stopped because it had not finished in time:"
FLOODED = "was stopped because it printed more than 1 MiB: look for a print in a loop that never ends."
OUT_OF_MEMORY = "used more memory or threads than it may"

WEB = ("login_endpoint", "protected_endpoint")
WEB_LEVELS = ("full", "neither")
"""Between these nothing is different for an application; and a new process for each of its rounds takes long."""

OBEYED = "the terminal's report has a line that a workflow obeys"


@dataclass(frozen=True)
class Attack:
    """A program and what must come of it.

    `points` are those of the task, None for any number below full marks; `says` is in the first message, at `says_at`;
    `hangs` has its steps stopped early.
    """

    name: str
    says: str = ""
    points: float | None = 0.0
    slug: str = "utc_expiry"
    levels: tuple[str, ...] = LEVELS
    says_at: tuple[str, ...] = LEVELS
    hangs: bool = False
    hole: str = ""

    @property
    def web(self) -> bool:
        """Tell whether it is an application that is sent requests."""
        return self.slug in WEB

    @property
    def neighbour(self) -> str:
        """Give the exercise whose honest program is graded after it."""
        return WEB_NEIGHBOUR if self.web else NEIGHBOUR

    @property
    def honest(self) -> bool:
        """Tell whether it is no attack at all, and must get full marks."""
        return self.name.startswith("honest_")

    @property
    def source(self) -> bytes:
        """The program, with its placeholders."""
        return (PROGRAMS / f"{self.name}.py").read_bytes()


def _honest(name: str) -> Attack:
    return Attack(f"honest_{name}", points=FULL_MARKS["utc_expiry"])


def _host(name: str, levels: tuple[str, ...] = LEVELS, says_at: tuple[str, ...] | None = None) -> Attack:
    return Attack(f"host_{name}", NOTHING, levels=levels, says_at=levels if says_at is None else says_at)


def _web(
    name: str, says: str = "", points: float | None = 0.0, *, slug: str = "login_endpoint", hangs: bool = False
) -> Attack:
    return Attack(f"web_{name}", says, points, slug, WEB_LEVELS, WEB_LEVELS, hangs=hangs)


VERDICT = (
    Attack("verdict_sys_exit", f"Running utc_expiry.py {ENDED} (utc_expiry.py:"),
    Attack("verdict_os_exit", f"create_token(...) {ENDED}: take out"),
    Attack(
        "verdict_script_exit",
        "Expected the output to be a token and nothing else, but it is an empty text.",
        slug="token_output",
        points=1.0,
    ),
    Attack("verdict_quit_thread", f"create_token(...) {ENDED}: take out"),
    Attack("verdict_write_results", NOTHING, levels=FENCED),
    Attack("verdict_patch_harness", NO_ANSWER),
    Attack("verdict_patch_describe", NO_SIGNATURE),
    Attack("verdict_patch_json", f"{NO_TOKEN}the text 'correct'."),
    Attack("verdict_read_expectations", NOTHING),
    Attack("verdict_import_judge", "utc_expiry.py:"),
    Attack("verdict_exec_reference", NOTHING, levels=FENCED),
    Attack("verdict_exec_neighbour", NOTHING, levels=FENCED),
    Attack("verdict_own_source", "No such file or directory: 'utc_expiry.py'", says_at=("no_landlock", "neither")),
    Attack("verdict_forge_before", f"{NO_TOKEN}the text 'passed'."),
    Attack("verdict_forge_instead", f"{NO_TOKEN}the text 'passed'.", hangs=True),
    Attack("verdict_forge_after", NO_TOKEN),
    Attack("verdict_forge_in_advance"),  # what is said depends on which forged answer comes in time
    Attack("verdict_forge_too_long", NO_ANSWER, hangs=True),
    Attack("verdict_forge_truncated", ENDED),
    Attack("verdict_forge_trickle", f"Running utc_expiry.py {STOPPED}", hangs=True),
    Attack("verdict_forge_header_only", f"Running utc_expiry.py {STOPPED}", hangs=True),
    Attack("verdict_forge_empty", NO_ANSWER, hangs=True),
    Attack("verdict_forge_deep_json", NO_ANSWER, hangs=True),
    Attack("verdict_forge_deep_list", NO_ANSWER, hangs=True),
    Attack("verdict_forge_huge_integer", NO_ANSWER, hangs=True),
    Attack("verdict_forge_long_number"),
    Attack("verdict_forge_nan"),
    Attack("verdict_forge_duplicate_keys"),
    Attack("verdict_forge_not_json", NO_ANSWER),
    Attack("verdict_forge_surrogates", NO_ANSWER),
    Attack("verdict_forge_not_utf8", NO_ANSWER),
    Attack("verdict_forge_extra_members", NO_ANSWER),
    Attack("verdict_forge_wrong_types", NO_ANSWER),
    Attack("verdict_forge_not_reached"),
    Attack("verdict_forge_line"),
    Attack("verdict_forge_long_line"),
    Attack("verdict_forge_many_values", hangs=True),
    Attack("verdict_raise_not_loaded"),
    Attack("verdict_raise_missing"),
    Attack("verdict_raise_closed"),
    Attack("verdict_syntax_error_line"),
    Attack("verdict_syntax_error_odd_line", "utc_expiry.py: Python cannot read this line (made up)."),
    Attack("verdict_nan_exp", points=None),
    Attack("verdict_infinite_exp", points=None),
    Attack("verdict_huge_exp", points=None),
    Attack("verdict_deep_claim", points=None),
    Attack("verdict_deeper_claim", points=None, slug="purpose"),
    Attack("verdict_duplicate_claims", NO_TOKEN),
    Attack("verdict_slow_words", NO_TOKEN),
    Attack("verdict_slow_literals", points=None),
    Attack("verdict_many_dots", slug="token_output", points=1.0),
    Attack("verdict_str_subclass", f"{NO_TOKEN}a value of the type utc_expiry.Anything."),
    Attack("verdict_equal_to_all", points=1.0, slug="purpose"),
    Attack("verdict_hostile_object", f"{NO_TOKEN}a value of the type utc_expiry.Hostile."),
    Attack("verdict_pretends_to_be_str", f"{NO_TOKEN}a value of the type utc_expiry.Pretender."),
    Attack("verdict_type_without_name", f"{NO_TOKEN}a value of the type utc_expiry.Nameless."),
    Attack("verdict_type_that_hangs", f"{NO_TOKEN}a value of the type utc_expiry.Endless."),
    Attack("verdict_name_that_hangs", NO_TOKEN),
    Attack("verdict_text_of_own_kind"),
    Attack("verdict_error_without_text", "utc_expiry.Silent: (its text cannot be shown: utc_expiry.Silent)"),
    Attack("verdict_error_exits", "utc_expiry.Leaving: (its text cannot be shown: SystemExit)"),
    Attack("verdict_error_traceback", hangs=True),
    Attack("verdict_base_exception", "utc_expiry.Unexpected: let me out"),
    Attack("verdict_keyboard_interrupt", "KeyboardInterrupt"),
    Attack("verdict_patch_jwt", NO_SIGNATURE),
    Attack("verdict_patch_hmac", NO_SIGNATURE),
    Attack("verdict_alg_none", "Expected a token signed with HS256, but its header names 'none'."),
    Attack("verdict_alg_confusion", NO_SIGNATURE),
    Attack("verdict_key_in_header", NO_SIGNATURE),
    Attack("verdict_unencoded_payload", NO_TOKEN),
    Attack("verdict_hard_coded", NO_SIGNATURE),
    Attack("verdict_remember_token", f"On a server at UTC+05:37: e{NO_SIGNATURE}"),
    Attack("verdict_real_clock", EXPIRY, points=3.0),
    Attack("verdict_unfreeze", points=None),
    Attack("verdict_real_functions", EXPIRY, points=3.0),
    Attack("verdict_monotonic", EXPIRY, points=3.0),
    Attack("verdict_clock_thread", EXPIRY, points=3.0),
    Attack("verdict_patch_clock", EXPIRY, points=3.0),
    Attack("verdict_count_calls", slug="purpose", points=None),
    Attack("verdict_measure_names", slug="purpose", points=None),
    Attack("verdict_count_algorithms", slug="default_algorithm", points=None),
    Attack("verdict_decoy_encode", slug="import_encode", points=None),
    Attack("verdict_duplicate_names", "to be a token, but it is ", slug="default_algorithm", points=None),
    Attack("verdict_critical_header", "Expected a token that PyJWT accepts, but it refuses the header, and says "),
    Attack("verdict_hide_algorithm", slug="default_algorithm", points=None),
    Attack("verdict_hide_algorithm_in_headers", slug="default_algorithm", points=None),
    Attack("verdict_forge_notes", slug="default_algorithm", points=None, hole="full marks: the notes are in its reach"),
    Attack(
        "verdict_forge_refusals", slug="asymmetric_keys", points=None, hole="full marks: the notes are in its reach"
    ),
    Attack("verdict_shared_arguments", NO_TOKEN),
    Attack("verdict_many_names", "There is no function `create_token` at the top level of utc_expiry.py"),
    Attack("verdict_odd_globals"),
    Attack("verdict_yaml_bait", 'ValueError: ", "status": "passed", "points": 5.0, "x": "'),
)
HOST = (
    _host("read_files", says_at=FENCED),
    _host("list_folders", says_at=FENCED),
    _host("read_by_detours", says_at=FENCED),
    _host("write_files", FENCED),
    _host("unnamed_file", FENCED),
    _host("change_metadata", FILTERED),
    _host("move_files", FILTERED),
    _host("poison_libraries", FENCED),
    _host("fork", says_at=FILTERED),
    _host("double_fork", says_at=FILTERED),
    _host("leave_session"),
    _host("fork_bomb", says_at=FILTERED),
    _host("start_programs", ("full", "no_seccomp", "no_landlock", "fresh")),
    _host("exec", ("full", "no_seccomp", "no_landlock", "fresh")),
    _host("exec_memory", FILTERED),
    _host("debug_others", FILTERED),
    _host("signal_others", FILTERED),
    _host("signal_by_descriptor", FILTERED),
    _host("limit_parent", FILTERED),
    _host("lift_limits"),
    _host("slow_others_down", FILTERED),
    _host("connect", says_at=FILTERED),
    _host("listen", FILTERED),
    Attack("host_send_datagrams", NOTHING, levels=SHUT_IN),
    _host("reconnect_pair", FILTERED),
    Attack("host_pass_descriptors", NO_ANSWER),
    _host("become_root", FILTERED),
    _host("raw_system_calls", FILTERED),
    Attack("host_x32_system_call", CRASHED, levels=FILTERED),
    Attack("host_32_bit_system_call", CRASHED, levels=FILTERED),
    _host("shared_memory", SHUT_IN),
    Attack("host_use_inherited", "RuntimeError: inherited: device, device, file, socket"),
    _host("environment"),
)
RESOURCES = (
    Attack("resources_memory", f"create_token(...) {OUT_OF_MEMORY}"),
    Attack("resources_growth", f"create_token(...) {OUT_OF_MEMORY}"),
    Attack("resources_mapping"),
    Attack("resources_memory_swallowed"),
    Attack("resources_recursion", "RecursionError: maximum recursion depth exceeded"),
    Attack("resources_recursion_unlimited"),
    Attack("resources_segfault", f"create_token(...) {CRASHED}"),
    Attack("resources_abort", f"create_token(...) {CRASHED}"),
    Attack("resources_big_result", f"{NO_TOKEN}a text of 50,000,000 characters."),
    Attack("resources_big_list", f"{NO_TOKEN}a list of 1,000,000 parts."),
    Attack("resources_wide_tree"),
    Attack("resources_deep_result", NO_TOKEN),
    Attack("resources_huge_integer", NO_TOKEN),
    Attack("resources_huge_argument"),
    Attack("resources_many_warnings", f"{NO_TOKEN}None."),
    Attack("resources_many_encodings", f"{NO_TOKEN}None."),
    Attack("resources_many_literals", "RuntimeError: loaded"),
    Attack("resources_print_loop", FLOODED),
    Attack("resources_write_loop", FLOODED),
    Attack("resources_print_error", f"Running utc_expiry.py {STOPPED}", hangs=True),
    Attack("resources_print_thread", FLOODED),
    Attack("resources_print_much", FLOODED),
    Attack("resources_fill_disk", NOTHING),
    Attack("resources_rewrite_output", "There is no function `create_token` at the top level of utc_expiry.py"),
    Attack("resources_descriptors", NOTHING),
    Attack("resources_pipes", NOTHING),
    Attack("resources_threads", NOTHING),
    Attack("resources_small_threads", hangs=True),
    Attack("resources_raw_threads", levels=SHUT_IN),
    Attack("resources_loop", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_loop_at_import", f"Running utc_expiry.py {STOPPED}", hangs=True),
    Attack("resources_c_loop", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_regex", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_compile", f"Running utc_expiry.py {STOPPED}", hangs=True),
    Attack("resources_deep_source"),
    Attack("resources_sleep", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_ignore_signals", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_alarm", f"create_token(...) {CRASHED}"),
    Attack("resources_alarm_handler"),
    Attack("resources_time_bomb", f"{NO_TOKEN}None."),
    Attack("resources_busy_threads", hangs=True),
    Attack("resources_threads_at_once", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_block_exit", f"create_token(...) {ENDED} (utc_expiry.py:"),
    Attack("resources_close_connection", f"Running utc_expiry.py {CRASHED}", hangs=True),
    Attack("resources_close_everything", f"create_token(...) {CRASHED}", hangs=True),
    Attack("resources_shut_connection", f"Running utc_expiry.py {CRASHED}", hangs=True),
    Attack("resources_replace_connection"),
    Attack("resources_stop_itself", NOTHING, says_at=FILTERED, hangs=True),
    Attack("resources_stdout_replaced", f"create_token(...) {STOPPED}", hangs=True),
    Attack("resources_trace", hangs=True),
    Attack("resources_import_lock", f"create_token(...) {STOPPED}", hangs=True),
)
REPORT = (
    Attack("report_exception_text", "RuntimeError: \ufffd[2J"),
    Attack("report_exception_surrogate"),
    Attack("report_workflow_command"),
    Attack("report_old_workflow_command"),
    Attack("report_source_line", "RuntimeError: see the line"),
    Attack("report_type_name"),
    Attack("report_module_name"),
    Attack("report_warning", "RuntimeError: warned"),
    Attack("report_dict_keys", NO_TOKEN),
    Attack("report_returned_text", NO_TOKEN),
    Attack("report_lone_surrogate", NO_TOKEN),
    Attack("report_claims", EXPIRY, points=3.0),
    Attack("report_claims_as_commands", EXPIRY, points=3.0),
    Attack("report_command_with_colon", EXPIRY, points=3.0),
    Attack("report_command_in_two_parts", EXPIRY, points=3.0),
    Attack("report_command_in_header", EXPIRY, points=3.0),
    Attack("report_command_in_type"),
    Attack("report_command_broken"),
    Attack("report_command_by_cut"),
    Attack("report_header", EXPIRY, points=3.0),
    Attack("report_many_claims", EXPIRY, points=3.0),
    Attack("report_algorithm", "Expected a token signed with HS256, but its header names "),
    Attack("report_near_names", "There is no function `create_token` at the top level of utc_expiry.py"),
    Attack("report_exit_text", f"create_token(...) {ENDED}"),
    Attack("report_format_fields", "NameError: name 'jwt' is not defined {where} {0} {error.__class__} %s %(x)s {"),
    Attack("report_printed", slug="token_output", points=1.0),
    Attack("report_combining"),
)
APPLICATIONS = (
    _web("answers_by_frames", "is answered with 401"),
    _web("patches_decode", "to be the text 'bob', but it is the text 'alice'.", 2.0, slug="protected_endpoint"),
    _web("counts_requests", slug="protected_endpoint"),
    _web("patches_client", "to be a token, but it is the text 'a.b.c'.", 6.0),
    _web("replaces_dumps", NO_ANSWER),
    _web("forges_statuses", "to be a token, but it is the text 'a.b.c'.", 6.0),
    _web("exits", f"`POST /token` {ENDED}"),
    _web("endless_stream", f"`POST /token` {STOPPED}", hangs=True),
    _web("giant_body", points=1.0),
    _web("deep_body", points=1.0),
    _web("odd_headers"),
    _web("odd_status"),
    _web("no_answer"),
    _web("thread_answers", points=None),
    _web("lifespan_hangs", f"Running login_endpoint.py {STOPPED}", hangs=True),
    _web("lifespan_raises", hangs=True),
    _web("swaps_app", "to be a token, but it is the text 'grant_type=password", 2.0),
    _web("base_exceptions"),
    _web("stops_loop", hangs=True),
    _web("redirects"),
    _web("reaches_out"),
    _web("deep_secret", "is too large to be looked through.", 11.0),
    _web("nested_lambdas", "Expected the texts in the file to give no secret away", 11.0),
    _web("hides_literals", "Expected the texts in the file to give no secret away", 11.0),
)
HONEST = (
    Attack("honest_web", points=FULL_MARKS["login_endpoint"], slug="login_endpoint", levels=(*WEB_LEVELS, "fresh")),
    Attack("honest_many_calls", points=FULL_MARKS["import_encode"], slug="import_encode"),
    _honest("threads"),
    _honest("many_threads"),
    _honest("thread_pool"),
    _honest("deep_recursion"),
    _honest("prints"),
    _honest("patches_itself"),
    _honest("sleeps"),
    _honest("asyncio"),
    _honest("atexit"),
    _honest("warning_as_error"),
    _honest("all_warnings_as_errors"),
    _honest("warns"),
    _honest("redirects_output"),
    _honest("closes_output"),
    _honest("library"),
    _honest("random"),
    _honest("main_guard"),
    _honest("generator"),
    _honest("dataclass"),
    _honest("pickles"),
    _honest("no_collector"),
    _honest("signal_handlers"),
    _honest("daemon_thread"),
    _honest("sockets_in_pairs"),
    _honest("large_source"),
    _honest("much_memory"),
    _honest("half_character"),
    _honest("inspects_itself"),
    _honest("asks_system"),
)
ATTACKS = (*VERDICT, *HOST, *RESOURCES, *REPORT, *APPLICATIONS, *HONEST)
