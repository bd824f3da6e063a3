"""What is done when the window of a workspace has closed: a backup. A failure is told at the next start."""

from app.errors import UserError
from app.services.desk import Desk
from app.services.exitbackup import backup_on_exit
from app.ui.preferences import Preferences


def say_farewell(desk: Desk, preferences: Preferences) -> None:
    """Make the backup unless the user has chosen otherwise; never raises what a user can cause."""
    if not preferences.backs_up:
        return
    try:
        backup_on_exit(desk)
    except (UserError, OSError) as error:
        message = error.message if isinstance(error, UserError) else error.strerror or str(error)
        preferences.remember_failure(desk.workspace.path, message)
    else:
        preferences.remember_failure(desk.workspace.path, "")
