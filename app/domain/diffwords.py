"""The differences of two packs in words: English and Traditional Chinese."""

from app.domain.languages import in_language, pair_in_language
from app.domain.packdiff import BOTH, LOOSER, NONE, TIGHTER, PackChange

WORDS: dict[str, tuple[str, str]] = {
    "root": ("documents begin with {after} (before: {before})", "文件以 {after} 開始（原為 {before}）"),
    "signature-looser": ("documents may hold a signature", "文件可載有簽署"),
    "signature-tighter": ("documents hold no signature any more", "文件不再載有簽署"),
    "added": ("added", "新增"),
    "added-required": ("added, and required", "新增，且必須填寫"),
    "removed": ("removed", "刪除"),
    "retyped": ("is now {after} (before: {before})", "類型改為 {after}（原為 {before}）"),
    "namespace": ("stands in {after} (before: {before})", "命名空間改為 {after}（原為 {before}）"),
    "required": ("is now required", "改為必須填寫"),
    "optional": ("is now optional", "改為可不填寫"),
    "least": ("at least {after} times (before: {before})", "最少 {after} 次（原為 {before}）"),
    "most": ("at most {after} times (before: {before})", "最多 {after} 次（原為 {before}）"),
    "nillable": ("may now be said to be absent (nil)", "可註明為沒有值（nil）"),
    "not-nillable": ("may no longer be said to be absent (nil)", "不可再註明為沒有值（nil）"),
    "fixed": ("must be “{after}” (before: “{before}”)", "須為「{after}」（原為「{before}」）"),
    "default": ("is “{after}” where absent (before: “{before}”)", "未填時為「{after}」（原為「{before}」）"),
    "order": ("stand in another order: {after} (before: {before})", "次序改為 {after}（原為 {before}）"),
    "choice": ("another choice: {after} (before: {before})", "選擇改為 {after}（原為 {before}）"),
    "max_length": ("at most {after} characters (before: {before})", "最多 {after} 個字元（原為 {before}）"),
    "min_length": ("at least {after} characters (before: {before})", "最少 {after} 個字元（原為 {before}）"),
    "length": ("exactly {after} characters (before: {before})", "須為 {after} 個字元（原為 {before}）"),
    "total_digits": ("at most {after} digits (before: {before})", "最多 {after} 位數字（原為 {before}）"),
    "fraction_digits": ("at most {after} decimals (before: {before})", "最多 {after} 位小數（原為 {before}）"),
    "max_inclusive": ("at most {after} (before: {before})", "最大為 {after}（原為 {before}）"),
    "max_exclusive": ("below {after} (before: {before})", "須小於 {after}（原為 {before}）"),
    "min_inclusive": ("at least {after} (before: {before})", "最小為 {after}（原為 {before}）"),
    "min_exclusive": ("above {after} (before: {before})", "須大於 {after}（原為 {before}）"),
    "white_space": ("blanks are treated as “{after}” (before: “{before}”)", "空白處理改為「{after}」（原為「{before}」）"),
    "pattern": ("has the form {after} (before: {before})", "格式改為 {after}（原為 {before}）"),
    "codes": ("codes: {after} (before: {before})", "代碼：{after}（原為 {before}）"),
    "codes-added": ("new codes: {after}", "新增代碼：{after}"),
    "codes-removed": ("codes that no longer count: {before}", "不再適用的代碼：{before}"),
    "identity-added": ("new constraint: {after}", "新增約束：{after}"),
    "identity-removed": ("constraint that no longer counts: {before}", "不再適用的約束：{before}"),
    "schema-text": ("the file differs in what no form shows", "檔案有表格未能顯示的差異"),
    "rule-added": ("new rule", "新增規則"),
    "rule-removed": ("rule that is no longer there", "規則已刪除"),
    "severity": ("severity {after} (before: {before})", "嚴重程度改為 {after}（原為 {before}）"),
    "formula": ("formula {after} (before: {before})", "公式改為 {after}（原為 {before}）"),
    "tolerance": ("tolerance {after} (before: {before})", "容許差額改為 {after}（原為 {before}）"),
    "dates": ("counts {after} (before: {before})", "適用期改為 {after}（原為 {before}）"),
    "switched": ("status {after} (before: {before})", "狀態改為 {after}（原為 {before}）"),
    "lowered": ("an explanation is enough where {after} (before: {before})", "在 {after} 時只須解釋（原為 {before}）"),
    "citation": ("rests on {after} (before: {before})", "依據改為 {after}（原為 {before}）"),
    "message": ("says “{after}” (before: “{before}”)", "訊息改為「{after}」（原為「{before}」）"),
    "parameter-added": ("new threshold: {after}", "新增限額：{after}"),
    "parameter-removed": ("threshold that is no longer there: {before}", "限額已刪除：{before}"),
    "parameter-changed": ("threshold {after} (before: {before})", "限額改為 {after}（原為 {before}）"),
    "setting-added": ("new setting: {after}", "新增設定：{after}"),
    "setting-removed": ("setting that is no longer there: {before}", "設定已刪除：{before}"),
    "setting-changed": ("setting {after} (before: {before})", "設定改為 {after}（原為 {before}）"),
    "computed-added": ("is now computed: {after}", "改為自動計算：{after}"),
    "computed-removed": ("is no longer computed: {before}", "不再自動計算：{before}"),
    "computed-changed": ("computed as {after} (before: {before})", "計算方法改為 {after}（原為 {before}）"),
    "deadline-added": ("new deadline: {after}", "新增限期：{after}"),
    "deadline-removed": ("deadline that is no longer there: {before}", "限期已刪除：{before}"),
    "deadline-changed": ("deadline {after} (before: {before})", "限期改為 {after}（原為 {before}）"),
    "label": ("is called “{after}” (before: “{before}”)", "名稱改為「{after}」（原為「{before}」）"),
    "help": ("is explained as “{after}” (before: “{before}”)", "說明改為「{after}」（原為「{before}」）"),
    "code-label": ("is called “{after}” (before: “{before}”)", "名稱改為「{after}」（原為「{before}」）"),
    "return_type": ("type {after} (before: {before})", "類型改為 {after}（原為 {before}）"),
    "version": ("version {after} (before: {before})", "版本改為 {after}（原為 {before}）"),
    "publisher": ("publisher {after} (before: {before})", "發佈者改為 {after}（原為 {before}）"),
    "status": ("status “{after}” (before: “{before}”)", "狀態改為「{after}」（原為「{before}」）"),
    "occasion": ("occasion {after} (before: {before})", "場合改為 {after}（原為 {before}）"),
    "in-force": ("in force {after} (before: {before})", "生效期改為 {after}（原為 {before}）"),
}  # fmt: skip

DIRECTION_WORDS = {
    LOOSER: ("looser", "放寬"),
    TIGHTER: ("tighter", "收緊"),
    BOTH: ("looser and tighter", "既放寬亦收緊"),
    NONE: ("no document is concerned", "不影響文件"),
}

PART_WORDS = {
    "pack": ("Pack", "格式包"),
    "schema": ("Schema", "結構"),
    "rule": ("Rule", "規則"),
    "parameter": ("Threshold", "限額"),
    "setting": ("Setting", "設定"),
    "computed": ("Computed field", "計算欄位"),
    "deadline": ("Deadline", "限期"),
    "label": ("Wording", "用字"),
}


def change_words(change: PackChange, language: str = "en") -> str:
    """What a change says, without its place."""
    nothing = pair_in_language(("none", "無"), language)
    before, after = (text or nothing for text in (change.before, change.after))
    if change.what == "retyped":
        before, after = (
            pair_in_language(_SHAPES[text], language) if text in _SHAPES else text
            for text in (before, after)
        )
    return pair_in_language(WORDS[change.what], language).format(before=before, after=after)


_SHAPES = {
    "value": ("a single value", "單一數值"),
    "group": ("a group", "群組"),
    "table": ("a table", "表格"),
    "xml": ("XML as text", "XML 文字"),
}


def place_words(change: PackChange, language: str = "en") -> str:
    """Where it is: the name that people know, and the path; the document element is “/”."""
    if not change.path:
        return "/"
    name = in_language(change.label, language)
    if change.part == "label" or not name or name == change.path.rpartition("/")[2]:
        return change.path
    return f"{name} · {change.path}"
