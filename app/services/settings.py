"""The choices that packs leave to the firm, such as what counts as cold storage while staked."""

from app.domain.changes import Changes
from app.domain.states import EDITABLE
from app.errors import UserError
from app.services.choices import Chosen, chosen
from app.services.desk import Desk
from app.services.drafts import back_to_draft, editing
from app.services.formulabook import plan_of
from app.services.packs import get_pack, list_packs
from app.store import history
from app.store import settings as store
from app.store.returns import ReturnRecord, find_returns
from app.store.workspace import Connection


class SettingUnknown(UserError):
    """No pack of the workspace has such a setting, or it has no such choice."""

    code = "setting-unknown"


def list_settings(desk: Desk) -> list[Chosen]:
    """Every setting of the workspace's packs, by name; of several packs the latest describes it."""
    packs = sorted(list_packs(desk), key=lambda pack: pack.manifest.effective_from)
    with desk.workspace.read() as connection:
        values = store.get_all(connection)
    found = {s.name: chosen(s, pack, values) for pack in packs for s in pack.settings}
    return [found[name] for name in sorted(found)]


def get(desk: Desk, name: str) -> Chosen:
    """One setting."""
    known = list_settings(desk)
    for item in known:
        if item.name == name:
            return item
    names = ", ".join(item.name for item in known) or "none"
    raise SettingUnknown(f"there is no setting “{name}”; known are {names}")


def set_setting(desk: Desk, name: str, value: str) -> Changes:
    """Choose. The verdict of returns may change with it, so it is written into the history."""
    setting = get(desk, name)
    if value not in setting.choices:
        allowed = ", ".join(setting.choices)
        raise SettingUnknown(f"“{value}” is no choice for {name}; choose one of {allowed}")
    if value == setting.value and setting.changed:
        return Changes()
    with desk.workspace.write() as connection:
        store.put(connection, name, value)
        history.append(
            connection,
            seat=desk.seat,
            action="setting",
            detail={"name": name, "before": setting.value, "after": value},
        )
        _ask_again(desk, connection, name)
    return Changes(settings=True, state=True, returns=True)


def _ask_again(desk: Desk, connection: Connection, name: str) -> None:
    """What was checked or approved under another choice has to be checked again."""
    concerned = {pack.id for pack in list_packs(desk) if any(s.name == name for s in pack.settings)}
    for record in find_returns(connection):
        if record.pack_id in concerned and record.state in EDITABLE:
            back_to_draft(connection, desk, record, f"setting {name} changed")
            _compute_again(desk, connection, record, name)


def _compute_again(desk: Desk, connection: Connection, record: ReturnRecord, name: str) -> None:
    """What is computed by the choice is computed anew, as a step of its own."""
    pack = get_pack(desk, record.pack_id)
    if not pack.computed:
        return
    formulas = plan_of(connection, pack, record).formulas
    nodes = {formula.node for formula in formulas if name in formula.reads.names}
    if nodes:
        with editing(desk, record.id, f"setting {name}") as edit:
            edit.rows.touched.whole.update(nodes)


def chosen_settings(desk: Desk) -> dict[str, str]:
    """What was chosen in the workspace, by name."""
    with desk.workspace.read() as connection:
        return store.get_all(connection)
