"""The region that a summary is from, and with it the bureau, by the text's own evidence; unknown is better than wrong."""

from __future__ import annotations

from collections.abc import Sequence

from zongjie.lexicon.eras import Eras
from zongjie.lexicon.places import Gazetteer
from zongjie.model import Block, Bureau, Region
from zongjie.reading.above import city_above, province_above
from zongjie.reading.bureau import read_bureau
from zongjie.reading.division import region_of
from zongjie.reading.evidence import Evidence
from zongjie.reading.front import Front
from zongjie.reading.home import home_of


def read_where(
    text: str, blocks: Sequence[Block], front: Front, gazetteer: Gazetteer, year: int | None, eras: Eras
) -> tuple[Bureau, Region]:
    """The bureau and its region, as they were in `year` (None: not known).

    缙云县科技局2012年工作总结 states the county, and the gazetteer adds 丽水市 and 浙江省; a name left over from another
    bureau's text (落实《杏花岭区科技局机关效能建设制度》) weighs less than what the title, the opening and the counts say;
    江阳区、纳溪区、龙马潭区 in a text of a city are all of 泸州市; 枣阳市 in 1996 was of 襄樊市. What stays open stays None.
    """
    evidence = Evidence(text, blocks, front, gazetteer, year, eras)
    region = _region(evidence)
    return read_bureau(evidence, region), region


def _region(evidence: Evidence) -> Region:
    if home := home_of(evidence):
        return region_of(evidence, home.divisions, home.evidence)
    return city_above(evidence) or province_above(evidence) or Region()
