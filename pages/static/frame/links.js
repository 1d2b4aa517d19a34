// A plain click on a link to another room changes the page inside Streamlit, its query included,
// instead of loading everything anew: Streamlit follows the address on "popstate".
// Any other click, and a browser without this script, follows the link as usual.
"use strict";

(() => {
  const room = /^\/[^./]*(\?|#|$)/;

  function follow(event) {
    const link = event.target.closest?.('[data-testid="stHtml"] a[href^="/"]');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented || !room.test(link.getAttribute("href"))) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }

  document.addEventListener("click", follow);
})();
