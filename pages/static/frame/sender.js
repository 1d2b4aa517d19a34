// Remembers who sends figures until the browser is closed, in two cookies of this browser alone: a
// page that is loaded again has its fields filled in, another person's browser has not.
"use strict";

(() => {
  function keep() {
    for (const mark of document.querySelectorAll("[data-sender]")) {
      for (const [name, text] of [["nguoi", mark.dataset.sender], ["co_quan", mark.dataset.agency]]) {
        const cookie = `${name}=${encodeURIComponent(text)}`;
        if (!document.cookie.split("; ").includes(cookie)) document.cookie = `${cookie}; path=/; samesite=strict`;
      }
    }
  }

  new MutationObserver(keep).observe(document.documentElement, {
    attributeFilter: ["data-sender", "data-agency"], childList: true, subtree: true,
  });
})();
