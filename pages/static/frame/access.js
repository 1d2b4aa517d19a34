// For those who listen or use the keyboard: what each chart shows, and a way past the menu.
"use strict";

(() => {
  // The title of a chart as one sentence; Plotly keeps it beside the lines it broke it into.
  function sentence(plot) {
    const title = plot.querySelector(".gtitle")?.dataset.unformatted ?? "";
    return title.replace(/<br>/g, " ").replace(/<[^>]*>/g, "").trim();
  }

  // A chart is drawn in several layers: the first speaks for all, its buttons stay buttons.
  function name(plot) {
    const said = sentence(plot);
    if (!said) return;
    plot.querySelectorAll(".main-svg").forEach((layer, place) => {
      const wanted = place ? { "aria-hidden": "true" } : { role: "img", "aria-label": said };
      for (const [attribute, text] of Object.entries(wanted)) {
        if (layer.getAttribute(attribute) !== text) layer.setAttribute(attribute, text);
      }
    });
  }

  const plots = document.getElementsByClassName("js-plotly-plot");
  new MutationObserver(() => [...plots].forEach(name))
    .observe(document, { subtree: true, childList: true });

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("a.skip")) return;
    event.preventDefault();
    document.querySelector('[data-testid="stMain"]')?.focus();
  });
})();
