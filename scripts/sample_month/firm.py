"""The invented firm and its people."""

ENTITY = "Lantau Digital Exchange Limited"
CE = "ZZZ001"
TRUSTEE = "Lantau Custody Trustee Limited"
TRUSTEE_CE = "ZZZ002"
BUSINESS_NUMBER = "00000001"
PREPARER, REVIEWER, APPROVER = "Wong Mei", "Lam Kit", "Chan Tai Man"


def lei(body: str) -> str:
    """An LEI of 18 characters and its two check digits (ISO 17442: the whole number mod 97 is 1)."""
    digits = "".join(str(int(char, 36)) for char in body + "00")
    return f"{body}{98 - int(digits) % 97:02d}"


ENTITY_LEI = lei("ZZZZ00LANTAUDIGEX1")
BANK_LEIS = {
    "Bank of Lamma Limited": lei("ZZZZ00BANKOFLAMMA1"),
    "Harbour East Bank Limited": lei("ZZZZ00HARBOUREAST1"),
    "Stonecutters Bank (Hong Kong) Limited": lei("ZZZZ00STONECUTTER1"),
    "Straits Mercantile Bank": lei("ZZZZ00STRAITSMERC1"),
}
INSURER_LEI = lei("ZZZZ00VICTORIAPEAK")
