"""Pages that are kept from run to run never change what comes out: after each change the files are those of a run from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from made_up import counties, summaries
from tests.conftest import ROOT
from zongjie.build import Project, build, extract
from zongjie.gathering.workers import Crew
from zongjie.pages.site import make_pages

FIRM = (
    "正定县科技局2011年工作总结\n一、项目工作\n"
    "河北恒岭机电有限公司承担的“智能灌溉装置中试”项目列入国家火炬计划,争取资金30万元。\n"
    "二、技术创新\n组织恒岭机电申报高新技术企业,恒岭机电与河北大学合作,建立了恒岭机电院士工作站。\n"
)
SHORT = "平山县科技局2012年工作总结\n一、项目工作\n2012年,恒岭机电等3家企业被认定为高新技术企业,我局与河北大学签订了协议。\n"
FULL = SHORT.replace("恒岭机电", "河北恒岭机电有限公司").replace("恒岭机电等", "河北恒岭机电有限公司等")
TEMPLATE = "正定县科技局{}年工作总结\n" + "\n".join(
    f"2010年,我局第{n}次组织企业申报国家星火计划{n}项,引进新品种{n}个,培训农民{n}00人次,带动农户{n}0户。"
    for n in range(3, 9)
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with some made-up summaries, and three that are written for one another; each test leaves it as it was."""
    folder = tmp_path_factory.mktemp("project")
    data, sources = folder / "data", folder / "data" / "sources"
    for part in ("lexicon", "rules"):
        shutil.copytree(ROOT / "data" / part, data / part)
    sources.mkdir()
    for name, text in summaries(6, counties(ROOT / "data/lexicon/places.tsv")[:4]):
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    (sources / "firm.txt").write_text(FIRM, encoding="utf-8")
    (sources / "short.txt").write_text(SHORT, encoding="utf-8")
    (sources / "template.txt").write_text(TEMPLATE.format(2010), encoding="utf-8")
    made = Project(data, sources, folder / "docs", kept=folder / "kept", crew=Crew(1))
    build(made)
    return made


CHANGES = {
    "nothing": {},
    "a figure": {"sources/made-up-00003.txt": ("1", "2")},
    "a text goes": {"sources/made-up-00005.txt": None},
    "a text comes": {"sources/another.txt": SHORT.replace("平山县", "横县")},
    "a full name that a short one then belongs to": {"sources/short.txt": FULL},
    "the only full name goes": {"sources/firm.txt": ("河北恒岭机电有限公司", "某公司")},
    "a project is no longer won": {"sources/firm.txt": ("列入国家火炬计划,争取资金", "申报国家火炬计划,拟投资")},
    "whose summary it is": {"sources/firm.txt": ("正定县", "缙云县")},
    "another firm with the same address": {"sources/short.txt": ("恒岭机电", "恒凌机电")},
    "a copy of a text": {"sources/copy.txt": TEMPLATE.format(2010)},
    "the text that others repeat goes": {"sources/template.txt": None, "sources/copy.txt": TEMPLATE.format(2011)},
    "a name is ignored": {"corrections.yml": "- do: ignore\n  kind: enterprise\n  name: 恒岭机电\n"},
    "a name is given": {
        "corrections.yml": "- do: rename\n  kind: enterprise\n  name: 河北恒岭机电有限公司\n  to: 恒岭机电公司\n"
    },
    "a sidecar file": {"sources/firm.yml": "records:\n  - part: 1\n    bureau: 石家庄市科技局\n"},
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_after_a_change_and_back_the_files_are_those_of_a_run_from_nothing(
    changes: dict[str, str | tuple[str, str] | None], project: Project
) -> None:
    before = {path: path.read_bytes() if path.is_file() else None for path in map(project.data.joinpath, changes)}
    for path, change in changes.items():
        _change(project.data / path, change)
    build(project)
    assert _files(project.docs) == _anew(project)
    for file, content in before.items():
        file.write_bytes(content) if content is not None else file.unlink()
    build(project)
    assert _files(project.docs) == _anew(project)


def test_what_has_not_changed_is_not_made_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert project.kept
    made: list[str] = []
    monkeypatch.setattr("zongjie.pages.site.make_record_pages", lambda record, *_: made.append(record.id) or {})
    monkeypatch.setattr("zongjie.pages.site.make_entity_pages", lambda entity, _: made.append(entity.id) or {})
    _change(project.sources / "short.txt", ("3家", "4家"))
    build(project)
    _change(project.sources / "short.txt", ("4家", "3家"))
    (project.kept / "pages").unlink()
    assert "short-1" in made
    assert "made-up-00003-1" not in made


def test_a_copy_is_one(project: Project) -> None:
    _change(project.sources / "copy.txt", TEMPLATE.format(2010))
    assert any(record.duplicate_of for record in extract(project)[0].records)
    _change(project.sources / "copy.txt", None)


@pytest.mark.parametrize("damage", [b"", b"\x80\x05broken"])
def test_damaged_pages_among_the_kept_are_made_anew(damage: bytes, project: Project) -> None:
    assert project.kept
    (project.kept / "pages").write_bytes(damage)
    shutil.rmtree(project.docs)
    build(project)
    assert _files(project.docs) == _anew(project)


def _change(file: Path, change: str | tuple[str, str] | None) -> None:
    match change:
        case None:
            file.unlink()
        case str(text):
            file.write_text(text, encoding="utf-8")
        case (old, new):
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1) if old == "1" else text.replace(old, new), encoding="utf-8")


def _files(docs: Path) -> dict[str, bytes]:
    files = {str(path.relative_to(docs)): path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    return {path: content for path, content in files.items() if path != ".generated"}


def _anew(project: Project) -> dict[str, bytes]:
    """The files that are made where no page is kept."""
    pages = make_pages(*extract(project))
    return {path: page.encode() if isinstance(page, str) else page for path, page in pages.items()}
