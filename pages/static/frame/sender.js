// Remembers who sends figures until the browser is closed, in two cookies of this browser alone: a
// page that is loaded again has its fields filled in, another person's browser has not. What is
// wrong in a field is brought into view, with the field ready to type in.
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

  let told = "";

  function show() {
    const fault = document.querySelector("[data-fault]");
    if (!fault || fault.dataset.fault === told) return;
    told = fault.dataset.fault;
    fault.scrollIntoView({ block: "center" });
    fault.closest('[data-testid="stColumn"]')?.querySelector("input")?.focus({ preventScroll: true });
  }

  new MutationObserver(() => { keep(); show(); }).observe(document.documentElement, {
    attributeFilter: ["data-sender", "data-agency", "data-fault"], childList: true, subtree: true,
  });
})();
