"""A person's visit in the browser: requests, refusals, and what stands on the page."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, Error, Page, ViewportSize

SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !app.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
    && app.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]') !== null;
}"""
# Refusals are kept from the first moment on, before any script of the page runs.
KEEP_REFUSALS = """
window.refusals = [];
document.addEventListener('securitypolicyviolation',
  (event) => window.refusals.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
STRINGS = """() => {
  const names = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription',
    'title', 'placeholder', 'alt', 'data-title'];
  const found = [document.title];
  for (const element of document.querySelectorAll('body *')) {
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue;
    found.push(...names.map((name) => element.getAttribute(name) ?? ''));
    // A material icon is a ligature: its name is never seen.
    if (element.dataset.testid === 'stIconMaterial') continue;
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    found.push(...texts.map((node) => node.data));
  }
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}"""
# Other pages than those of a server have no memory of their own.
FORGET = """() => {
  if (location.protocol === 'http:') { localStorage.clear(); sessionStorage.clear(); }
}"""
LAPTOP: ViewportSize = {"width": 1440, "height": 900}
FIXED = ("locale", "user_agent", "has_touch", "is_mobile")  # for as long as a visit lasts


@dataclass(frozen=True)
class Sight:
    """A page as it was opened: its texts, what it asked for and what went wrong."""

    strings: list[str]
    requests: list[str]
    refusals: list[str]
    errors: list[str]


@dataclass
class Visit:
    """A browser context of its own with one page, and the record of its requests."""

    page: Page
    fixed: dict[str, Any] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls, browser: Browser, **fixed: Any) -> "Visit":
        """Begin with an empty cache; an English browser unless `locale` says otherwise."""
        context = browser.new_context(**{"locale": "en-US", "viewport": LAPTOP, **fixed})
        context.add_init_script(KEEP_REFUSALS)
        visit = cls(context.new_page(), fixed)
        context.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        return visit

    def open(self, address: str) -> "Visit":
        self.page.goto(address, wait_until="commit")
        return self.settle()

    def settle(self) -> "Visit":
        """Wait until the script has run to its end and every widget is drawn."""
        self.page.wait_for_function(SETTLED)
        return self

    def strings(self) -> list[str]:
        """Every text a person can see, hear or hover over."""
        return list(self.page.evaluate(STRINGS))

    def main_text(self) -> str:
        return self.page.locator('[data-testid="stMain"]').inner_text()

    def refusals(self) -> list[str]:
        return list(self.page.evaluate("window.refusals"))

    def sight(self) -> Sight:
        return Sight(self.strings(), [*self.requests], self.refusals(), [*self.errors])

    def change(
        self,
        viewport: ViewportSize = LAPTOP,
        color_scheme: Literal["light", "dark"] = "light",
        reduced_motion: Literal["reduce", "no-preference"] = "no-preference",
    ) -> None:
        """Change what can be changed of a browser that runs."""
        self.page.set_viewport_size(viewport)
        self.page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)

    def forget(self) -> None:
        """Forget what was set and seen, so that another may come; scripts stay loaded."""
        self.page.unroute_all()
        self.page.evaluate(FORGET)
        self.page.goto("about:blank")
        self.page.context.clear_cookies()
        self.page.context.clear_permissions()
        self.requests.clear()
        self.errors.clear()


class Visits:
    """Visits that go on where another test left off.

    A new one takes four seconds of a processor until its first page is drawn; one that has
    Streamlit's scripts loaded and compiled less than one.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[str, list[Visit]] = defaultdict(list)

    def begin(self, **form: Any) -> Visit:
        """Give a visit that nobody makes just now, in the form that is asked for."""
        fixed = {name: form.pop(name) for name in FIXED if name in form}
        idle = self._idle[repr(fixed)]
        visit = idle.pop() if idle else Visit.begin(self._browser, **fixed)
        visit.change(**form)
        return visit

    def end(self, visit: Visit) -> None:
        """Leave a visit to others, unless it is stuck."""
        try:
            visit.forget()
        except Error:
            visit.page.context.close()
        else:
            self._idle[repr(visit.fixed)].append(visit)
