// The keys of a presentation. Its links do the rest: links.js follows them inside the page.
"use strict";

(() => {
  const ways = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next",
    ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous",
    Escape: "leave",
  };

  document.addEventListener("keydown", (event) => {
    const pager = document.querySelector(".bd .screen .pager");
    const way = ways[event.key];
    if (!pager || !way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pager.querySelector(`.${way}`)?.click();
  });
})();
