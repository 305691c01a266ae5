"""The shape of the house: what is true of every file, every address and every act."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import URLResolver

import giaoban
from giaoban.access.rights import OPEN_ROUTES, RIGHTS, ROUTES, SIGNED_IN_ROUTES, Scope, route_open_to
from giaoban.records.models import Role

HOUSE = Path(giaoban.__file__).parent
FILES = [path for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts]
LONGEST_FILE, LONGEST_FUNCTION = 500, 60


def name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def routes() -> set[str]:
    """Every named address of the house."""

    def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                yield from walk(pattern.url_patterns, inner)
            else:
                yield f"{prefix}{pattern.name or pattern.pattern}"

    return set(walk(get_resolver().url_patterns))


def acts() -> dict[str, set[str]]:
    """The acts each file of actions/ runs in the frame or asks leave for."""
    found: dict[str, set[str]] = {}
    for path in sorted((HOUSE / "actions").glob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        for call in calls:
            called = getattr(call.func, "id", "")
            if called in ("act", "require"):
                place = 0 if called == "act" else 1
                if len(call.args) > place and isinstance(call.args[place], ast.Constant):
                    found.setdefault(path.name, set()).add(str(call.args[place].value))
    return found


def test_every_address_stands_in_the_table_of_rights() -> None:
    assert routes() == OPEN_ROUTES | SIGNED_IN_ROUTES | ROUTES.keys()


def test_every_address_needs_a_right_that_exists() -> None:
    assert set(ROUTES.values()) <= RIGHTS.keys()


def test_only_signing_in_and_the_display_are_open_to_strangers() -> None:
    assert {"web:login", "web:display"} == OPEN_ROUTES
    assert {route for route in routes() if route_open_to(route, None)} == OPEN_ROUTES


def test_an_address_nobody_wrote_down_is_closed() -> None:
    assert not any(route_open_to("web:nowhere", role) for role in [None, *Role.values])


def test_every_act_stands_in_the_table_of_rights() -> None:
    assert set().union(*acts().values()) <= RIGHTS.keys()


def test_every_right_is_asked_for_somewhere() -> None:
    asked = set().union(*acts().values()) | set(ROUTES.values())
    text = "".join(path.read_text("utf-8") for path in (HOUSE / "access").glob("*.py") if path.name != "rights.py")
    assert {right for right in RIGHTS if right not in asked and f'"{right}"' not in text} == set()


def test_the_table_names_roles_and_scopes_that_exist() -> None:
    for right in RIGHTS.values():
        assert right.keys() <= set(Role.values)
        assert all(isinstance(scope, Scope) for scope in right.values())


def test_an_act_takes_a_person_and_never_a_request() -> None:
    for path in sorted((HOUSE / "actions").glob("[!_]*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        public = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == path.stem]
        assert public or path.stem == "errors", f"actions/{path.name} defines no act {path.stem}()"
        called = {getattr(node.func, "id", "") for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for act in public:
            keywords = {argument.arg for argument in act.args.kwonlyargs}
            assert "by" in keywords or not called & {"act", "require", "visible"}, f"{act.name}() asks leave for nobody"
            assert "request" not in {argument.arg for argument in [*act.args.args, *act.args.kwonlyargs]}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_file_grows_into_a_town(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_function_outgrows_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name}() has {length} lines"


def imports() -> dict[str, set[str]]:
    """Which module of the house imports which, at the head of the file."""
    modules = {".".join(("giaoban", *path.relative_to(HOUSE).with_suffix("").parts)): path for path in FILES}
    modules = {module.removesuffix(".__init__"): path for module, path in modules.items()}
    return {module: set(_imported(module, path, set(modules))) for module, path in modules.items()}


def _imported(module: str, path: Path, known: set[str]) -> Iterator[str]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parts, *([base] if base else [])])
            for alias in node.names:
                target = f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base
                # A package that gathers its own modules for others is not imported by them.
                if target in known and not package.startswith(f"{target}.") and target != package:
                    yield target
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def test_no_import_runs_in_a_circle() -> None:
    graph, done, path = imports(), set[str](), list[str]()

    def visit(module: str) -> None:
        assert module not in path, " → ".join([*path[path.index(module) :], module])
        if module in done:
            return
        path.append(module)
        for other in sorted(graph.get(module, ())):
            visit(other)
        path.pop()
        done.add(module)

    for module in graph:
        visit(module)


def test_a_record_knows_only_the_nouns_before_it() -> None:
    order = [
        "fields",
        "entity",
        "user",
        "document",
        "read_item",
        "observation",
        "directive_draft",
        "audit_entry",
        "outbox",
    ]
    folder = HOUSE / "records" / "models"
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == set(order)
    for path in folder.glob("[!_]*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("giaoban.records.models."):
                noun = (node.module or "").rpartition(".")[2]
                assert order.index(noun) < order.index(path.stem), f"{path.stem} imports the later noun {noun}"
