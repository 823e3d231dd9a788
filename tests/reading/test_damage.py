"""Blanks, garbles, cuts and stray marks; and what looks like them but is sound."""

from __future__ import annotations

import pytest

from tests.reading.texts import read_one
from zongjie.lexicon import Lexicon

FILL = "全县科技工作取得了新的成绩,"


def damage(sentence: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    return [(d.kind, d.text) for d in read_one(sentence, lexicon).damage]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("20xx年,我局认真工作。", "20xx年"),
        ("20__年,新增入库项目12个。", "20__年"),
        ("20××年全县申报项目。", "20××年"),
        ("201x年申报项目。", "201x年"),
        ("200*年工作总结如下。", "200*年"),
        ("出台了《xx县专利管理办法》。", "xx县"),
        ("小麦亩产达到xx公斤。", "xx"),
        ("XX市科技局组织申报。", "XX市"),
        ("×××机械厂研制除尘器。", "×××"),
        ("在X市召开会议。", "X市"),
        ("全面介绍*区的区位优势。", "*区"),
        ("支持**集团建设保种场。", "**"),
        ("结合“腾飞*”宣传。", "*"),
        ("帮扶仪*县马鞍镇。", "*县"),
        ("○○县科技局认真工作。", "○○县"),
        ("□□公司申报项目。", "□□"),
        ("镇党字[ ]2号文件。", "[ ]"),
        ("查处某饲料厂冒充专利。", "某饲料厂"),
        ("走访某某企业。", "某某"),
        ("参加人数约余人(次)。", "约余人"),
        ("向上争取资金万元。", "资金万元"),
        ("专利申请同比增长%。", "增长%"),
        ("高新技术企业达到家。", "达到"),
        ("签订协议余项。", "余项"),
        ("9月2×日,活动成功举行。", "×"),
        ("某院士现场问诊。", "某院士"),
        ("2OO8年,我局认真工作。", "2OO8"),
        ("l998年科技工作总结如下。", "l998"),
        ("与A大学、B公司合作。", "A"),
        ("引进高层次人才N名。", "N"),
        ("投资x.x亿元。", "x.x"),
        ("增长x%。", "x"),
        ("全市有高新技术企业  家。", "  家"),
        ("在全省县市区排第 位。", "第 位"),
        ("印发荔政发〔2009〕   号文件。", "   号"),
        ("在编人员仅_人。", "_"),
        ("实现产值86.x亿元。", "x"),
        ("口口县科技局组织申报。", "口口"),
        ("比上年增长了个百分点。", "了个百分点"),
        ("完成率达%以上。", "达%"),
    ],
)
def test_blanks(sentence: str, text: str, lexicon: Lexicon) -> None:
    assert ("blank", text) in damage(FILL + sentence, lexicon)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("四μ岣呒粕文明家庭意识提高。", "μ岣呒"),
        ("充分利用活动ń行宣传教育。", "ń"),
        ("ψ叻每挂钩村开展服务。", "ψ叻"),
        ("濉大力度加强对挂钩村的督促。", "濉"),
        ("濯加大力度普及知识。", "濯"),
        ("经费仅180万元,◆??且到位较晚。", "◆??"),
        ("科技锟斤拷工作。", "锟斤拷"),
        ("组织开展菘萍枷钅活动。", "菘萍枷"),
        ("科技\ufffd\ufffd工作。", "\ufffd\ufffd"),
        ("组织开展鐨勫伐浣滄。", "鐨勫伐浣"),
        ("自主创新意识不强濠认R等问题。", "濠认R"),
        ("？？县科技局组织申报。", "？？"),
        ("迸一步推厂实用枝术。", "迸一步"),
    ],
)
def test_garbles(sentence: str, text: str, lexicon: Lexicon) -> None:
    found = damage("全县科技工作取得了新的成绩。" + sentence, lexicon)
    assert any(kind == "garble" and text in got for kind, got in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "赴缙云县、临澧县、佘市桥镇、岷县、漳县和西畴县考察。",
        "举办藠头栽培、苎麻种植培训班。",
        "雒振邦任总指挥。",
        "副县长闵继川、副区长褚卫民和邬建华、谭敬之院士、卓玛措等出席。",
        "在坪垭藏族乡、磴口县、堌堆村、崾岘乡、圪塔村、岙底村、洋浜村、畈上村开展培训。",
        "晟昱科技、璟瑄新材料、犇鑫牧业、恒赟机电、喆昇电子等企业参加。",
        "引进蕲艾、菝葜、荸荠、柽柳、鳜鱼、黧豆、莜麦,加工饸饹、糌粑、醪糟、粑粑。",
        "濮阳市科技局来我县考察。",
        "组织澧沅阀门申报项目。",
        "开发β-胡萝卜素、α-淀粉酶和γ射线检测技术。",
        "孔径为5μm,温度为45℃,电阻为3Ω。",
        "尺寸为3×5米,长×宽为5×8,共20×30块。",
        "购置X射线仪和X光机各1台。",
        "二○○八年十一月,二〇一〇年五月。",
        "二00三年上半年,二OO九年,二ＯＯ四年三月,一九九0年,二零0六年底。",
        "生产维生素c片,建成n个基地。",
        "实施高效节能稀土永磁电机及嘧啶类、吡啶类化合物项目。",
        "吸引更多企业参与,某些问题还有待解决,某种程度上仍有困难。",
        "第十六届、第二届科技活动周,每届都有主题。",
        "应用cad、erp、dhi、tmr技术,led芯片和16mw级叶片。",
        "什么样的总结才是好的呢?大家都在思考!",
        "学校广播——校园之声,农业-工业型循环经济。",
        "年度工作会议上,月底前完成。",
        "磷石膏制备高强α石膏。琦峰电子获奖。泓泰石油机械投产。",
        "实施知识产权战略(战略),攻克难题(攻略)。",
        "企业家座谈,培训1.2万人次,面积达3万亩,资料2万余份,提高2.1个百分点。",
        "培训农民万人次以上,建成面积万亩的基地,发放资料万余份。",
        "资深人士座谈,金融人才短缺,周末完成值守,各项日常工作有序,举办A股上市辅导,建成A区。",
        "其余项目已验收,业余人员10余人,三十余家企业参加,到达家庭农场,达到国家标准。",
    ],
)
def test_sound_text(sentence: str, lexicon: Lexicon) -> None:
    assert damage(FILL + sentence, lexicon) == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("以和谐为主题的`科技活动周活动。", "`"),
        ("局域网的效能将得以更大的e发挥。", "e"),
        ("通过学校广播-——校园之声播放。", "-——"),
        ("科技&nbsp;工作取得成绩。", "&nbsp;"),
        ("科技工作<br/>取得成绩。", "<br/>"),
        ("科技工作取得成绩,,明年继续。", ",,"),
    ],
)
def test_stray_marks(sentence: str, text: str, lexicon: Lexicon) -> None:
    assert ("stray", text) in damage(FILL + sentence, lexicon)


@pytest.mark.parametrize(
    "omitted", ["(略)", "(具体名单略)", "(以下略)", "（此处省略若干字）", "[此处隐去]", "【此处为表格】", "[图片1]"]
)
def test_what_was_left_out(omitted: str, lexicon: Lexicon) -> None:
    assert ("cut", omitted) in damage(f"{FILL}参加单位见附表{omitted}。", lexicon)


def test_a_line_that_lacks_its_full_stop_alone_is_whole(lexicon: Lexicon) -> None:
    whole = "全年申报项目46项,到位经费1386万元。\n"
    assert damage(whole * 4 + "全市技术合同登记额稳步增长,科技贷款余额为4.3亿元", lexicon) == []
    assert damage("在县委的领导下取得了新的成绩,现将一年的工作总结如下\n" + whole * 4, lexicon) == []


def test_cuts(lexicon: Lexicon) -> None:
    whole = "全年申报项目46项,到位经费1386万元。\n"
    assert damage(whole * 3 + "全县专利申请量1215件,组织开展了知识产权宣传周和科技", lexicon) == [
        ("cut", "组织开展了知识产权宣传周和科技"[-12:])
    ]
    assert damage("研发中心作用明显。,市政府建立了中心。", lexicon) == [("cut", ",")]
    assert damage(whole * 3 + "缙云县科技局\n2012年12月5日", lexicon) == []


def test_no_two_overlap(lexicon: Lexicon) -> None:
    record = read_one("20xx年xx市某饲料厂、**县??四μ岣呒粕,,`-——ń行约余人。", lexicon)
    assert all(one.end <= other.start for one, other in zip(record.damage, record.damage[1:], strict=False))
