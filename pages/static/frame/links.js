// A plain click on a link to another room changes the page inside Streamlit, its query included,
// instead of loading everything anew: Streamlit follows the address on "popstate".
// Any other click, and a browser without this script, follows the link as usual.
"use strict";

(() => {
  const room = /^\/[^./]*(\?|#|$)/;

  // On a telephone the bar lies over the page that a link in it leads to.
  const narrow = matchMedia("(max-width: 768px)");

  function fold(bar) {
    bar?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }

  // The place that an address names is drawn later than the browser looks for it.
  function reach(hash) {
    const end = Date.now() + 5000;
    const timer = hash && setInterval(() => {
      const place = document.getElementById(hash.slice(1));
      const app = document.querySelector('[data-testid="stApp"]');
      const drawn = place && app.dataset.testScriptState === "notRunning";
      if (drawn) place.scrollIntoView();
      if (drawn || Date.now() > end) clearInterval(timer);
    }, 100);
  }

  function follow(event) {
    const link = event.target.closest?.('[data-testid="stHtml"] a[href^="/"]');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented || !room.test(link.getAttribute("href"))) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    reach(link.hash);
    if (narrow.matches) fold(link.closest('[data-testid="stSidebar"]'));
  }

  document.addEventListener("click", follow);
  reach(location.hash);
})();
