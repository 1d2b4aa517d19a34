// A plain click on a link to another room, or to the same one with another query, changes the page
// inside Streamlit, its query included, instead of loading everything anew: Streamlit follows the
// address on "popstate". A form of ours is followed likewise.
// Any other click, and a browser without this script, follows the link as usual.
"use strict";

(() => {
  const room = /^\/[^./]*$/;

  const { go, turn } = window.places;
  const ours = ':is([data-testid="stHtml"], .phone-top, .phone-bar, .phone-sheet)';

  // A choice is drawn anew as the chosen one, or a switch as turned: the reader stays where it is,
  // the focus too, and hears what is chosen now.
  function choose(link) {
    const pressed = link.ariaPressed;
    turn(new URL(link.href));
    const end = Date.now() + 5000;
    const timer = setInterval(() => {
      const chosen = document.getElementById(link.id);
      const done = chosen?.ariaCurrent || (pressed && chosen && chosen.ariaPressed !== pressed);
      if (done) chosen.focus({ preventScroll: true });
      if (done) say(document.querySelector("[data-spoken]")?.dataset.spoken ?? "");
      if (done || Date.now() > end) clearInterval(timer);
    }, 50);
  }

  function say(words) {
    const spoken = document.getElementById("spoken");
    if (spoken) spoken.textContent = words;
  }

  // What is open stays in the address, so that it opens again; nobody has to make the page anew.
  function keep(event) {
    const fold = event.target.dataset?.fold;
    if (!fold) return;
    const open = [...document.querySelectorAll("details[data-fold][open]")].map((each) => each.dataset.fold);
    const address = new URL(location.href);
    if (open.length) address.searchParams.set("mo", open.join(","));
    else address.searchParams.delete("mo");
    address.search = address.search.replaceAll("%2C", ",");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function follow(event) {
    const link = event.target.closest?.(`${ours} a:is([href^="/"], [href^="?"])`);
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    if (link.origin !== location.origin || !room.test(link.pathname) || "leaves" in link.dataset) return;
    event.preventDefault();
    if ("stays" in link.dataset) return choose(link);
    if (link.dataset.undoes) return document.getElementById(link.dataset.undoes)?.click();
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
  document.addEventListener("toggle", keep, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (opened().length) opened().forEach(close);
    else document.querySelector(".strip [aria-pressed='true']")?.click();
  });
  document.addEventListener("pointerdown", (event) => {
    opened().forEach((panel) => panel.contains(event.target) || close(panel));
  });
})();
