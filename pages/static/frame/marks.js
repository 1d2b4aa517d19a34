// Marks what is on the page, for the style sheets. They could ask with :has(), but then every change
// of the page, down to each word that a chart measures, would restyle all of it.
"use strict";

(() => {
  const root = document.documentElement;
  const screens = document.getElementsByClassName("screen");
  const notices = document.getElementsByClassName("board-notice");

  // Of a page that could not be finished only what leads to the notice is shown.
  function ledTo(notice) {
    const blocks = new Set();
    for (let block = notice; block && block !== root; block = block.parentElement) blocks.add(block);
    return blocks;
  }

  function markWay() {
    const blocks = ledTo(notices[0]);
    for (const block of document.querySelectorAll("[data-to-notice]")) {
      if (!blocks.has(block)) block.removeAttribute("data-to-notice");
    }
    for (const block of blocks) block.setAttribute("data-to-notice", "");
  }

  function mark() {
    root.toggleAttribute("data-presented", screens.length > 0);
    const noticed = notices.length > 0;
    if (noticed || root.hasAttribute("data-noticed")) markWay();
    root.toggleAttribute("data-noticed", noticed);
  }

  new MutationObserver(mark).observe(document, { subtree: true, childList: true });
})();
