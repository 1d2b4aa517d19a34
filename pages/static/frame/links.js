// A plain click on a link to another room, or to the same one with another query, changes the page
// inside Streamlit, its query included, instead of loading everything anew: Streamlit follows the
// address on "popstate". A form of ours is followed likewise.
// Any other click, and a browser without this script, follows the link as usual.
"use strict";

(() => {
  const room = /^\/[^./]*$/;

  // On a telephone the bar lies over the page that a link in it leads to.
  const narrow = matchMedia("(max-width: 768px)");

  function fold(bar) {
    bar?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }

  // The place that an address names is drawn later than the browser looks for it, and what stands
  // above it may grow after that: it is held until it rests, or the reader does something. Looks are
  // counted, not seconds, and none while the page is made: a busy machine has fewer of them a second
  // and is long in beginning to make the page.
  let leave = () => {};
  const [waiting, resting] = [200, 30];

  function reach(hash) {
    leave();
    if (!hash) return;
    const acts = new AbortController();
    let looks = waiting;
    let made = false;
    let reached;
    const timer = setInterval(() => {
      const place = document.getElementById(hash.slice(1));
      const app = document.querySelector('[data-testid="stApp"]');
      if (app && app.dataset.testScriptState !== "notRunning") {
        made = true;
        return;
      }
      if (place) {
        const main = document.querySelector('[data-testid="stMain"]');
        const at = Math.round(main.scrollTop + place.getBoundingClientRect().top);
        if (at !== reached) {
          place.scrollIntoView();
          reached = at;
          looks = made ? resting : waiting;
        }
      }
      looks -= 1;
      if (looks < 0) leave();
    }, 100);
    leave = () => { clearInterval(timer); acts.abort(); };
    for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(act, leave, { signal: acts.signal, passive: true });
    }
  }

  function go(address) {
    turn(address);
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    reach(address.hash);
  }

  function turn(address) {
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }

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
    const link = event.target.closest?.('[data-testid="stHtml"] a:is([href^="/"], [href^="?"])');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    if (link.origin !== location.origin || !room.test(link.pathname)) return;
    event.preventDefault();
    if ("stays" in link.dataset) return choose(link);
    go(new URL(link.href));
    if (narrow.matches) fold(link.closest('[data-testid="stSidebar"]'));
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
  reach(location.hash);
})();
