// The bars of a telephone: where one is, the sheet with the other pages, the search.
"use strict";

(() => {
  const { cover, uncover } = window.places;
  const root = document.documentElement;
  const sheet = document.querySelector(".phone-sheet");
  const more = document.querySelector(".phone-more");
  const search = document.querySelector(".phone-search");
  const links = document.querySelectorAll(":is(.phone-bar, .phone-sheet) a");

  function markHere() {
    for (const link of links) {
      if (link.pathname === location.pathname) link.ariaCurrent = "page";
      else link.removeAttribute("aria-current");
    }
    if (sheet.querySelector("[aria-current]")) more.ariaCurrent = "true";
    else more.removeAttribute("aria-current");
  }

  // The rest cannot be reached while it is open, and a tap beside it meets the sheet alone.
  function openSheet() {
    sheet.showModal();
    more.ariaExpanded = "true";
    cover(() => sheet.close());
  }

  function sheetClosed() {
    more.ariaExpanded = "false";
    uncover();
  }

  const behind = () => document.querySelectorAll('[data-testid="stMain"], .phone-bar, .skip');
  const searching = () => root.hasAttribute("data-searching");

  function setSearch(open) {
    root.toggleAttribute("data-searching", open);
    search.ariaExpanded = String(open);
    search.ariaLabel = open ? "Đóng phần tìm" : "Tìm chỉ tiêu";
    for (const part of behind()) part.inert = open;
    if (open) document.querySelector('[data-testid="stSidebar"] input')?.focus();
    else search.focus({ preventScroll: true });
  }

  function toggleSearch() {
    if (searching()) {
      setSearch(false);
      uncover();
    } else {
      setSearch(true);
      cover(() => setSearch(false));
    }
  }

  more.addEventListener("click", openSheet);
  sheet.addEventListener("close", sheetClosed);
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest(".phone-close")) sheet.close();
  });
  search.addEventListener("click", toggleSearch);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && searching()) toggleSearch();
  });
  // Wider than a telephone neither is shown.
  matchMedia("(min-width: 1000px)").addEventListener("change", () => {
    sheet.close();
    if (searching()) toggleSearch();
  });
  addEventListener("turned", markHere);
  markHere();
})();
