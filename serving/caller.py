"""Who calls, and what they may do."""

from dataclasses import dataclass
from typing import Final, Literal

from starlette.types import Scope

# each may do what those before it may: ask and search; take in, follow and delete; all
Role = Literal["reader", "editor", "admin"]
ROLES: Final[tuple[Role, ...]] = ("reader", "editor", "admin")
SCOPE_KEY: Final = "newsdesk.caller"


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request. `name` is a user's, or what tells one browser from another where nobody signs in."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        return ROLES.index(self.role) >= ROLES.index(role)


# where nobody has to sign in, everybody is whoever sits at this machine
LOCAL: Final = Caller("local", "admin")


def caller_of(scope: Scope) -> Caller:
    """As the guard found it."""
    caller = scope.get(SCOPE_KEY, LOCAL)
    assert isinstance(caller, Caller)
    return caller
