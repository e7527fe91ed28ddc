"""What a route asks of its caller."""

from collections.abc import Callable

from fastapi import Request

from serving.api.errors import Refusal
from serving.caller import Caller, Role, caller_of
from serving.service import Service


def may(role: Role, service: Service) -> Callable[[Request], Caller]:
    """A dependency: the caller, who has this role or a higher one; else the request is refused."""

    def check(request: Request) -> Caller:
        caller = caller_of(request.scope)
        if not caller.may(role):
            raise Refusal(403, "forbidden", f"this needs the role {role}; {caller.name} has the role {caller.role}")
        if role != "reader" and not service.may_write:
            raise Refusal(
                403, "read_only", "nobody signs in here, so nothing is changed over the network; use newsdesk on the machine itself"
            )
        return caller

    return check
