"""The shipped XSDs: whole, sealed, in both languages, and read alike by two validators."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from pack_cases import EXAMPLES, base_rows, pack, packs

from app.domain.pack import Pack
from app.domain.rule import CERTAINTIES
from app.domain.schema import Field, Kind, Node
from app.domain.values import check_value
from app.paths import data_root
from app.xml.packfiles import load_validator
from app.xml.safe import parse
from app.xml.writer import document_bytes

XS = "{http://www.w3.org/2001/XMLSchema}"
LANGUAGES = {"en", "zh-Hant"}
SIMPLIFIED = set("资产户钱币证监会报码实关开应时间仓国发热数结单录")
"""Forms that Traditional Chinese does not write."""
every_pack = pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)


def xsds(of: Pack) -> list[etree._Element]:
    return [etree.fromstring(body) for body in of.schema_files.values()]


def test_all_six_returns_are_shipped() -> None:
    returns = ("car", "cwr", "frs", "inc", "pts", "scr")
    assert [item.id for item in packs()] == [f"{name}-1.0" for name in returns]


def test_the_manifests_are_sealed() -> None:
    script = data_root() / "scripts" / "seal_packs.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], check=False, capture_output=True, text=True
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_the_common_types_are_the_same_bytes_everywhere() -> None:
    shared = {item.files["common-1.0.xsd"] for item in packs()}
    assert len(shared) == 1
    assert {item.files["form/rules/header.toml"] for item in packs()} == {
        packs()[0].files["form/rules/header.toml"]
    }


@every_pack
def test_no_pack_passes_itself_off_as_official(of: Pack) -> None:
    assert of.manifest.status.startswith(
        "House format, a proposal. Not an official form of any authority."
    )
    assert "House format, a proposal" in of.schema.root.help["en"]
    assert "並非官方表格" in of.schema.root.help["zh-Hant"]


@every_pack
def test_two_validators_accept_the_base_return(of: Pack, tmp_path: Path) -> None:
    body = of.files[f"{EXAMPLES}base.xml"]
    schema = load_validator(of.schema_files, of.manifest.schema)
    assert schema.validate(parse(body, file="base.xml")), schema.error_log
    assert xmllint(of, body, tmp_path) == ""


@every_pack
def test_a_third_validator_of_another_make_agrees(of: Pack, tmp_path: Path) -> None:
    for name, content in of.schema_files.items():
        (tmp_path / name).write_bytes(content)
    schema = xmlschema.XMLSchema10(str(tmp_path / of.manifest.schema))
    body = of.files[f"{EXAMPLES}base.xml"].decode()
    assert list(schema.iter_errors(body)) == []
    for pack_id, old, new, _ in BREAKS:
        if pack_id == of.id:
            assert not schema.is_valid(body.replace(old, new)), new


@every_pack
def test_the_base_return_is_what_we_would_write(of: Pack) -> None:
    assert document_bytes(of.schema, base_rows(of)) == of.files[f"{EXAMPLES}base.xml"].rstrip()


@every_pack
def test_a_return_admits_one_signature_as_its_last_child(of: Pack, tmp_path: Path) -> None:
    body = of.files[f"{EXAMPLES}base.xml"]
    end = f"</{of.manifest.root}>".encode()
    signature = b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'
    assert of.schema.signature_slot
    assert xmllint(of, body.replace(end, signature + end), tmp_path) == ""
    assert "fails to validate" in xmllint(of, body.replace(end, signature * 2 + end), tmp_path)


def xmllint(of: Pack, body: bytes, folder: Path) -> str:
    """Complaints of xmllint about a document, empty when it is valid."""
    for name, content in {**of.schema_files, "return.xml": body}.items():
        (folder / name).write_bytes(content)
    done = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--schema", of.manifest.schema, "return.xml"],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else done.stderr


def annotated(of: Pack) -> list[tuple[str, Node | Field]]:
    """Every element of the compiled schema with its path."""
    found: list[tuple[str, Node | Field]] = []
    for node in of.schema.nodes.values():
        found.append((node.path, node))
        found += [(f"{node.path}/{item.key}", item) for item in node.fields if item.key != "."]
    return found


@every_pack
def test_every_element_speaks_both_languages_and_cites_its_source(of: Pack) -> None:
    for path, item in annotated(of):
        assert item.labels.keys() == LANGUAGES, path
        assert item.help.keys() == LANGUAGES, path
        assert all(text for text in (*item.labels.values(), *item.help.values())), path
        assert item.info["citation"], path
        assert item.info["certainty"] in CERTAINTIES, path


@every_pack
def test_labels_are_traditional_chinese_and_no_copies_of_the_english(of: Pack) -> None:
    for path, item in annotated(of):
        for text in (item.labels["zh-Hant"], item.help["zh-Hant"]):
            assert re.search(r"[\u4e00-\u9fff]", text) or text == item.labels["en"], path
            assert not set(text) & SIMPLIFIED, f"{path}: {text}"


@every_pack
def test_every_code_speaks_both_languages(of: Pack) -> None:
    for path, item in annotated(of):
        if isinstance(item, Field) and item.facets.enumeration:
            assert set(item.code_labels) == set(item.facets.enumeration), path
            assert all(texts.keys() == LANGUAGES for texts in item.code_labels.values()), path


@every_pack
def test_every_named_type_cites_its_source(of: Pack) -> None:
    for document in xsds(of):
        for kind in ("simpleType", "complexType"):
            for item in document.findall(f"{XS}{kind}"):
                info = item.find(f"{XS}annotation/{XS}appinfo/{{urn:praya:info}}info")
                assert info is not None, item.get("name")
                assert info.get("citation"), item.get("name")
                assert info.get("certainty") in CERTAINTIES, item.get("name")


@every_pack
def test_nothing_is_floating_point_and_amounts_fit_eighteen_digits(of: Pack) -> None:
    for document in xsds(of):
        text = etree.tostring(document).decode()
        assert "xs:double" not in text
        assert "xs:float" not in text
    for path, item in annotated(of):
        if isinstance(item, Field) and item.builtin == "decimal" and item.info["unit"] != "%":
            assert item.facets.total_digits == 18, path


def field(pack_id: str, node: str, key: str) -> Field:
    found = pack(pack_id).schema.node(node)
    return found.fields[found.index[key]]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("0", True),
        ("12345678901234567890.123456789012345678", True),
        ("99999999999999.123456789012345678901234", True),
        ("0.000000000000000001", True),
        ("1.50", True),
        ("123456789012345678901", False),
        ("0.1234567890123456789012345", False),
        ("123456789012345.1234567890123456789", False),
        ("1e3", False),
        ("1,000", False),
        ("01", False),
        ("1.", False),
        (".5", False),
        ("", False),
        (" 1", False),
        ("-1", False),
        ("NaN", False),
    ],
)
def test_quantities_are_exact_to_thirty_eight_digits(text: str, good: bool) -> None:
    quantity = field("cwr-1.0", "Balances/Balance", "ClosingQty")
    assert quantity.kind is Kind.DECIMAL
    assert (check_value(quantity, text) == []) is good
    assert (check_value(field("car-1.0", "Flows/Flow", "Adjustments"), "-1.5")) == []


CARDINALITIES = {
    "cwr-1.0": {
        "Assets/Asset": (1, None),
        "Wallets/Wallet": (1, None),
        "Wallets/Wallet/Addresses/Address": (1, None),
        "Wallets/Wallet/BackupCountry": (0, None),
        "Balances/Balance": (1, None),
        "AssetSplits/AssetSplit": (0, None),
        "DailyPositions/DailyPosition": (1, 31),
        "Covers/Cover": (0, None),
        "PermittedExceptions/PermittedException": (0, None),
        "CompromiseEvents/CompromiseEvent": (0, None),
    },
    "car-1.0": {
        "AssetPositions/AssetPosition": (0, None),
        "Flows/Flow": (0, None),
        "ClientMoney/Account": (0, None),
        "Reconciliations/Reconciliation": (1, 31),
    },
    "pts-1.0": {
        "ClientClasses/ClientClass": (5, 5),
        "Tokens/Token": (0, None),
        "TokenisedProducts/TokenisedProduct": (0, None),
        "StakingPositions/StakingPosition": (0, None),
        "Derivatives/Derivative": (0, None),
    },
    "frs-1.0": {
        "BankFacilities/BankFacility": (0, None),
        "Notifications/Notification": (0, None),
    },
    "inc-1.0": {
        "RelatedIncidents/RelatedIncident": (0, None),
        "EntityTypes/EntityType": (1, None),
        "Recipients/Recipient": (1, None),
        "Contacts/Contact": (1, None),
        "FireTypes/FireType": (0, None),
        "Triggers/Trigger": (0, None),
        "VgParagraphs/VgParagraph": (0, None),
        "DoraCriteria/DoraCriterion": (0, None),
        "Countries/Country": (0, None),
        "AffectedParties/AffectedParty": (0, None),
        "RelatedEntities/RelatedEntity": (0, None),
        "Services/Service": (0, None),
        "AffectedTransactions/AffectedTransaction": (0, None),
        "Resources/Resource": (0, None),
        "AssetsLost/AssetLost": (0, None),
        "AffectedWallets/AffectedWallet": (0, None),
        "Indicators/Indicator": (0, None),
        "Techniques/Technique": (0, None),
        "Notifications/Notification": (0, None),
        "Causes/Cause": (0, None),
        "PreviousIncidents/PreviousIncident": (0, None),
        "Lessons/Lesson": (0, None),
        "Remedials/Remedial": (0, None),
        "BreachReferences/BreachReference": (0, None),
        "Attachments/Attachment": (0, None),
    },
    "scr-1.0": {
        "Coins/Coin": (0, None),
        "Chains/Chain": (0, None),
        "DailyPrices/DailyPrice": (0, None),
        "Redemptions/Redemption": (0, None),
        "IssuerStatements/IssuerStatement": (0, None),
        "ReserveItems/ReserveItem": (0, None),
    },
}


@every_pack
def test_tables_have_the_cardinalities_of_the_data_model(of: Pack) -> None:
    tables = {n.path: (n.min_occurs, n.max_occurs) for n in of.schema.nodes.values() if n.repeats}
    assert tables == CARDINALITIES[of.id]


BREAKS = [
    (
        "cwr-1.0",
        "<WalletId>W-HOT-1</WalletId>\n      <Label>",
        "<WalletId>W-COLD-1</WalletId>\n      <Label>",
        "WalletKey",
    ),
    (
        "cwr-1.0",
        "<WalletId>W-HOUSE-1</WalletId>\n      <AssetId>",
        "<WalletId>W-9</WalletId>\n      <AssetId>",
        "BalanceWallet",
    ),
    (
        "cwr-1.0",
        "<AssetId>BTC</AssetId>\n      <ColdQty>",
        "<AssetId>XRP</AssetId>\n      <ColdQty>",
        "AssetSplitAsset",
    ),
    ("cwr-1.0", "<Date>2026-10-02</Date>", "<Date>2026-10-01</Date>", "DailyPositionKey"),
    ("cwr-1.0", "<CoverId>COVER-2</CoverId>", "<CoverId>COVER-1</CoverId>", "CoverKey"),
    (
        "cwr-1.0",
        "<Chain>ethereum</Chain>\n      <LedgerQty>0.1",
        "<Chain>eth</Chain>\n      <LedgerQty>0.1",
        "enumeration",
    ),
    ("cwr-1.0", "<ReturnType>CWR</ReturnType>", "<ReturnType>CAR</ReturnType>", "CWR"),
    ("cwr-1.0", "2026-10-31T23:59:59+08:00</AsOf>", "2026-10-31T23:59:59</AsOf>", "pattern"),
    (
        "car-1.0",
        "<AssetId>ETH</AssetId>\n      <Opening>",
        "<AssetId>XRP</AssetId>\n      <Opening>",
        "FlowAsset",
    ),
    (
        "car-1.0",
        "<AccountRef>012-345-678902</AccountRef>",
        "<AccountRef>012-345-678901</AccountRef>",
        "AccountKey",
    ),
    ("car-1.0", "<ClientVaValueHkd>1000.00<", "<ClientVaValueHkd>1000.001<", "fractionDigits"),
    ("car-1.0", "<Date>2026-10-31</Date>", "<Date>2026-10-30</Date>", "ReconciliationKey"),
    ("inc-1.0", "<Phase>FINAL<", "<Phase>Final<", "enumeration"),
    ("inc-1.0", "<ClientsShare>0.2<", "<ClientsShare>1.2<", "maxInclusive"),
    (
        "inc-1.0",
        "<Downtime>P0DT3H30M</Downtime>\n      <EndUsers>48",
        "<Downtime>PT3.5H</Downtime>\n      <EndUsers>48",
        "pattern",
    ),
    ("inc-1.0", "<Type>FINANCIAL</Type>", "<Type>LEGAL_REGULATORY</Type>", "TriggerKey"),
    ("inc-1.0", "<Recipient>SFC</Recipient>", "<Recipient>HKMA</Recipient>", "ContactRecipient"),
    ("pts-1.0", "<Class>INSTITUTIONAL</Class>", "<Class>RETAIL</Class>", "ClientClassKey"),
    ("pts-1.0", "<AssetId>KLT</AssetId>", "<AssetId>ETH</AssetId>", "TokenKey"),
    ("pts-1.0", "<SettlementAsset>E_HKD<", "<SettlementAsset>EHKD<", "enumeration"),
    ("pts-1.0", "<PremiumBps>100.00<", "<PremiumBps>100.00001<", "fractionDigits"),
    ("frs-1.0", "<Excess>25500000.00<", "<Excess>25500000.001<", "fractionDigits"),
    ("frs-1.0", "<HaircutPercent>100<", "<HaircutPercent>100.0001<", "maxInclusive"),
    (
        "scr-1.0",
        "<CoinId>USDX</CoinId>\n      <Caip19>",
        "<CoinId>EURX</CoinId>\n      <Caip19>",
        "ChainCoin",
    ),
    (
        "scr-1.0",
        "<Kind>DEPOSIT</Kind>",
        "<Kind>TREASURY_BILL</Kind>",
        "ReserveItemKey",
    ),
    ("scr-1.0", "<LicenceStatus>HKMA<", "<LicenceStatus>SFC<", "enumeration"),
]


@pytest.mark.parametrize(("pack_id", "old", "new", "complaint"), BREAKS)
def test_both_validators_refuse_a_broken_return(
    pack_id: str, old: str, new: str, complaint: str, tmp_path: Path
) -> None:
    of = pack(pack_id)
    body = of.files[f"{EXAMPLES}base.xml"].decode()
    assert body.count(old) == 1
    broken = body.replace(old, new).encode()
    schema = load_validator(of.schema_files, of.manifest.schema)
    assert not schema.validate(parse(broken, file="broken.xml"))
    assert complaint in str(schema.error_log)
    assert complaint in xmllint(of, broken, tmp_path)
