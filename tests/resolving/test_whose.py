"""我县 and 我局 tell little where several records come together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.make import record
from zongjie.model import Bureau, Record, Region
from zongjie.resolving.whose import whose

COUNTY = replace(
    record("我县"), bureau=Bureau("正定县科技局"), region=Region("河北省", "石家庄市", "正定县", "inferred", ())
)
CITY = replace(record("我市"), region=Region("四川省", "泸州市", None, "inferred", ()))
AUTONOMOUS = replace(record("我旗"), region=Region("内蒙古自治区", "呼伦贝尔市", "阿荣旗", "inferred", ()))
SILENT = record("我县")


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("我县", COUNTY, "正定县"),
        ("全县", COUNTY, "正定县"),
        ("我市", COUNTY, "石家庄市"),
        ("我省", COUNTY, "河北省"),
        ("我局", COUNTY, "正定县科技局"),
        ("本局", CITY, "泸州市"),
        ("局机关", COUNTY, "正定县科技局"),
        ("县科技局", COUNTY, "正定县"),
        ("县科协", COUNTY, "正定县"),
        ("市科技情报研究所", CITY, "泸州市"),
        ("旗科协", AUTONOMOUS, "阿荣旗"),
        ("县农机修造厂", COUNTY, "正定县"),
        ("市政公司", COUNTY, ""),
        ("区科技厅", AUTONOMOUS, ""),
        ("省科技厅", COUNTY, "河北省"),
        ("正定县科技局", COUNTY, ""),
        ("县级科技计划", COUNTY, ""),
        ("市场监管局", COUNTY, ""),
        ("大旗公司", COUNTY, ""),
        ("我区", COUNTY, ""),
        ("我县", SILENT, ""),
        ("我局", SILENT, ""),
    ],
)
def test_whose(name: str, own: Record, expected: str) -> None:
    assert whose(name, own) == expected
