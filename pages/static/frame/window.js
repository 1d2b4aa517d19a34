// Tells the server, before it writes a page, whether the window is as narrow as a telephone: charts
// and the grid to type into are laid out there.
"use strict";

(() => {
  const narrow = matchMedia("(max-width: 640px)");

  function tell() {
    document.cookie = `khung=${narrow.matches ? "hep" : "rong"}; path=/; samesite=strict`;
  }

  tell();
  narrow.addEventListener("change", tell);
})();
