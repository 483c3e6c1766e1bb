"""The forms of the project's page are such as GitHub takes, and ask for nothing that should not be public."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kzstay.identity import IDENTITY
from tests.documents import ROOT, read

yaml = pytest.importorskip("yaml")

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.iterdir() if path.name != "config.yml")
# Of GitHub's schema of forms for issues: what a form and each kind of element may hold, and must
FORM = {"name", "description", "body"}, {"title", "labels", "assignees", "projects", "type"}
ELEMENTS: dict[str, tuple[set[str], set[str]]] = {
    "markdown": ({"value"}, set()),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
    "checkboxes": ({"label", "options"}, {"description"}),
}


def form(path: Path) -> Any:  # noqa: ANN401
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def fits(found: dict[str, Any], kinds: tuple[set[str], set[str]]) -> bool:
    needed, allowed = kinds
    return needed <= set(found) <= needed | allowed


def check(found: Any) -> None:  # noqa: ANN401
    """Hold a form against the schema. Raises AssertionError."""
    assert fits(found, FORM)
    assert all(isinstance(found[key], str) and found[key].strip() for key in ("name", "description"))
    assert found["body"]
    asked = [element for element in found["body"] if element["type"] != "markdown"]
    assert asked, "a form asks for something"
    ids = [element["id"] for element in asked]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)
    for element in found["body"]:
        assert fits(element, ({"type", "attributes"}, {"id", "validations"}))
        attributes = element["attributes"]
        assert fits(attributes, ELEMENTS[element["type"]])
        texts = [value for key, value in attributes.items() if key not in ("options", "multiple", "default")]
        assert all(isinstance(text, str) and text.strip() for text in texts)
        assert fits(element.get("validations", {}), (set(), {"required"}))
        options = attributes.get("options", [])
        if element["type"] == "checkboxes":
            assert all(fits(option, ({"label"}, {"required"})) for option in options)
        else:
            assert all(isinstance(option, str) for option in options)
            assert len(set(options)) == len(options)
    labels = [element["attributes"]["label"] for element in asked]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_takes(path: Path) -> None:
    check(form(path))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "A", "body": [{"type": "input", "id": "a", "attributes": {"label": "A"}}]},
        {"name": "A", "description": "B", "body": [{"type": "markdown", "attributes": {"value": "A"}}]},
        {"name": "A", "description": "B", "body": [{"type": "input", "id": "a b", "attributes": {"label": "A"}}]},
        {"name": "A", "description": "B", "body": [{"type": "input", "id": "a", "attributes": {"text": "A"}}]},
    ],
)
def test_one_that_it_would_refuse_is_seen(wrong: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check(wrong)


def test_the_law_comes_first_and_asks_for_what_a_change_needs() -> None:
    assert len(FORMS) == 4
    law = form(FORMS[0])
    assert law["name"] == "The law has changed, or a count is wrong"
    asked = {element["id"]: element for element in law["body"] if "id" in element}
    assert {"act", "article", "force", "link", "says", "expected"} <= set(asked)
    assert "kzstay check FILE --json" in asked["says"]["attributes"]["description"]
    assert asked["private"]["attributes"]["options"][0]["required"]


@pytest.mark.parametrize("path", FORMS[:2], ids=lambda path: path.stem)
def test_who_sends_an_answer_is_told_that_it_is_public(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "public" in text
    assert "Leave out names, numbers of passports and days of birth" in text


def test_nothing_leads_to_an_address_that_is_not_there() -> None:
    found = form(FOLDER / "config.yml")
    assert fits(found, ({"blank_issues_enabled"}, {"contact_links"}))
    linked = [link["url"] for link in found.get("contact_links", [])]
    assert all(IDENTITY.address and link.startswith(IDENTITY.address) for link in linked)
    for path in (
        *FOLDER.iterdir(),
        ROOT / ".github" / "pull_request_template.md",
        ROOT / ".github" / "SECURITY.md",
    ):
        addresses = re.findall(r"https?://\S+|[\w.]+@[\w.]+", path.read_text(encoding="utf-8"))
        assert all(IDENTITY.address and address.startswith(IDENTITY.address) for address in addresses), path.name


def test_the_documents_name_the_form_of_the_law_as_it_is_called() -> None:
    name = form(FORMS[0])["name"]
    assert name in read(".github/SECURITY.md")
    assert name.lower() in read("CONTRIBUTING.md").lower()
