// A plain click on a link to another room, or to the same one with another query, changes the page
// inside Streamlit, its query included, instead of loading everything anew: Streamlit follows the
// address on "popstate". A form of ours is followed likewise.
// Any other click, and a browser without this script, follows the link as usual.
"use strict";

(() => {
  const room = /^\/[^./]*$/;

  const { go, turn } = window.places;
  const ours = ':is([data-testid="stHtml"], .phone-top, .phone-bar, .phone-sheet)';

  // A choice is drawn anew as the chosen one: the reader stays where it is, the focus too.
  function choose(link) {
    turn(new URL(link.href));
    const end = Date.now() + 5000;
    const timer = setInterval(() => {
      const chosen = document.getElementById(link.id);
      if (chosen?.ariaCurrent) chosen.focus({ preventScroll: true });
      if (chosen?.ariaCurrent || Date.now() > end) clearInterval(timer);
    }, 100);
  }

  function follow(event) {
    const link = event.target.closest?.(`${ours} a:is([href^="/"], [href^="?"])`);
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    if (link.origin !== location.origin || !room.test(link.pathname)) return;
    event.preventDefault();
    if ("stays" in link.dataset) return choose(link);
    go(new URL(link.href));
  }

  // A form of ours asks for the page it stands on with other parameters.
  function send(event) {
    if (!event.target.closest('[data-testid="stHtml"]')) return;
    event.preventDefault();
    const address = new URL(location.pathname, location.href);
    address.search = new URLSearchParams(new FormData(event.target));
    address.hash = new URL(event.target.action).hash;
    go(address);
  }

  // What opens over a page is closed by the Escape key, and by a click beside it.
  function close(panel) {
    panel.open = false;
    if (panel.contains(document.activeElement)) panel.querySelector("summary").focus();
  }
  const opened = () => document.querySelectorAll(".as-of details[open]");

  document.addEventListener("click", follow);
  document.addEventListener("submit", send);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") opened().forEach(close);
  });
  document.addEventListener("pointerdown", (event) => {
    opened().forEach((panel) => panel.contains(event.target) || close(panel));
  });
})();
