"""The one question that every way in asks: may this person do this."""

from collections.abc import Mapping
from typing import Literal

from indicators.store.accounts import Account, Role

Act = Literal["record", "undo", "see_files", "see_persons", "manage_accounts"]

# Which roles an act needs, all of them; of several sets one is enough.
NEEDED: Mapping[Act, tuple[frozenset[Role], ...]] = {
    "record": (frozenset({"contributor", "approver"}),),
    "undo": (frozenset({"approver"}),),
    "see_files": tuple(frozenset({role}) for role in ("approver", "inspector", "administrator")),
    "see_persons": tuple(frozenset({role}) for role in ("approver", "inspector", "administrator")),
    "manage_accounts": (frozenset({"administrator"}),),
}


def may(account: Account | None, act: Act, agency: str | None = None) -> bool:
    """Whether an account may do something, to what is of an agency where it is of one.

    None stands for whoever is not signed in.
    """
    if account is None or account.locked:
        return False
    if act in ("see_files", "see_persons") and agency and agency == account.agency:
        return True
    return any(roles <= set(account.roles) for roles in NEEDED[act])
