// Gets ready what draws charts once the overview is there and the browser has nothing else to do:
// whoever goes from a tile to its indicator next would wait for it.
"use strict";

(() => {
  const wanted = document.querySelector('meta[name="chart-script"]')?.content;
  if (!wanted || navigator.connection?.saveData) return;

  // An error is left to Streamlit, which asks for the same script when there is a chart to draw.
  function fetchAhead() {
    import(new URL(wanted, document.baseURI).href).catch(() => {});
  }

  // Safari has no idle callback.
  const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 500));

  function waitUntilDrawn() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== "notRunning" || !app.querySelector(".bd")) {
      setTimeout(waitUntilDrawn, 250);
    } else if (app.querySelector(".tile")) {
      whenIdle(fetchAhead);
    }
  }
  waitUntilDrawn();
})();
