"""A person's visit in the browser: requests, refusals, and what stands on the page."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

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


@dataclass
class Visit:
    """A browser context of its own with one page, and the record of its requests."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls, browser: Browser, **options: Any) -> "Visit":
        """Begin with an empty cache; an English browser unless `locale` says otherwise."""
        size = {"width": 1440, "height": 900}
        context = browser.new_context(**{"locale": "en-US", "viewport": size, **options})
        context.add_init_script(KEEP_REFUSALS)
        visit = cls(context.new_page())
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
