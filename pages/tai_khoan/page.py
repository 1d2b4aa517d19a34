"""Who is signed in: name, agency, roles, and the way out."""

from indicators.wording.roles import role_words
from pages.parts.acting import accounts_of, acting
from pages.parts.block import show
from pages.parts.templates import blocks
from pages.server.gate import open_board

PAGE = blocks("tai_khoan/page.html")

store = open_board()
if accounts_of(store) is None:
    show(PAGE.none_yet())
elif account := acting(store):
    show(PAGE.signed_in(account, role_words(account.roles)))
else:
    show(PAGE.signed_out())
