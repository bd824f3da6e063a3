"""What a template tells the people who fill it, in English and Chinese."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the sheets that every template has."""

    instructions: str = "Instructions"
    fields: str = "Fields"
    lists: str = "Lists"


SHARED = Names()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to know, in each language."""

    english: str
    chinese: str


def steps() -> tuple[Step, ...]:
    """The rules of filling in."""
    return (
        Step(
            "Fill in the sheet Fields and one row below the headings for each entry of a table. Import"
            " the file with “Import” or “praya import”; you see what would change before anything does.",
            "請填寫「Fields」工作表，並在各表格標題下逐行填寫。以「匯入」或 “praya import” 匯入檔案；"
            "實際更改前會先顯示將有的變動。",
        ),
        Step(
            "An empty cell on the sheet Fields leaves the field as it is. A table whose sheet has no rows"
            " stays as it is; otherwise its rows replace those in the return.",
            "「Fields」工作表的空白儲存格不會更改該欄位。沒有資料行的表格維持不變；否則其資料行會取代申報表內原有的資料行。",
        ),
        Step(
            "Amounts and quantities are texts: write all digits with a point and without separators, such"
            " as 1234567.89. Number cells keep only 15 digits; longer ones are refused.",
            "金額及數量以文字填寫：寫出所有數位，以小數點分隔小數，不加千位分隔符，如 1234567.89。"
            "數值儲存格只保留 15 位數字，超出者不獲接受。",
        ),
        Step(
            "Dates are date cells or texts such as 2026-10-31. Times are texts such as"
            " 2026-10-31T23:59:59+08:00. Hong Kong's offset (+08:00) is added to a date cell with a time,"
            " and to a text where the form accepts no time without an offset.",
            "日期使用日期儲存格或文字，如 2026-10-31。時間使用文字，如 2026-10-31T23:59:59+08:00。"
            "含時間的日期儲存格，以及表格規定須註明時差的文字，如未註明時差，會補上香港時差（+08:00）。",
        ),
        Step(
            "Sheets may be renamed and moved, columns moved or left out. Leave the first row of a table's"
            " sheet and the column Path as they are: they tell the program what a cell means.",
            "工作表可以改名或移動，欄可以移動或刪除。請勿更改表格工作表的第一行及「Path」欄：程式據此識別各儲存格。",
        ),
        Step(
            "A row of a table inside another table begins with the key, or the number, of the row to which it"
            " belongs. A row that has no value of its own is known by its row number. A star marks what is"
            " required.",
            "附屬於另一表格的資料行，先填寫所屬資料行的識別碼或行次。本身沒有任何數值的資料行，"
            "以行次表明其存在。星號表示必須填寫。",
        ),
    )
