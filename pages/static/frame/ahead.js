// Gets ready what draws charts, sooner than Streamlit asks for it: on an indicator's page while the
// server is still writing it; on the overview, whose tiles lead to such pages, once it is there and
// the browser has nothing else to do. And keeps from being fetched what no page shows.
"use strict";

// Streamlit's script fetches its font of all icons before any is there; frame.css draws those of the
// frame, and an icon that needs the font brings it.
(() => {
  const fonts = document.fonts;
  const load = fonts.load.bind(fonts);
  fonts.load = (font, text) => /Material Symbols/.test(font) ? Promise.resolve([]) : load(font, text);
})();

(() => {
  const wanted = document.querySelector('meta[name="chart-script"]')?.content;
  if (!wanted || navigator.connection?.saveData) return;
  const script = new URL(wanted, document.baseURI).href;

  function preload() {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "modulepreload", href: script, crossOrigin: "" }));
  }

  // An error is left to Streamlit, which asks for the same script when there is a chart to draw.
  function load() {
    import(script).catch(() => {});
  }

  // Safari has no idle callback.
  const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 500));

  function waitUntilDrawn() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== "notRunning" || !app.querySelector(".bd")) {
      setTimeout(waitUntilDrawn, 250);
    } else if (app.querySelector(".tile")) {
      whenIdle(load);
    }
  }

  if (/^\?(.*&)?ma=/.test(location.search) && location.pathname === "/chi-tieu") preload();
  else waitUntilDrawn();
})();
