// A connection that is lost. Streamlit would disable every field, empty the cells that somebody typed
// into and put a window of its own over the page: so it is told of the loss when the server answers
// again, and connects anew with all that was typed. Until then a line says so. Before that script runs.
"use strict";

(() => {
  const Plain = WebSocket;
  const [pause, patience, shown] = [1000, 4000, 4000];
  const line = document.createElement("p");
  line.className = "connection";
  line.role = "status";
  document.body.append(line);
  let cleared;

  function tellLost() {
    clearTimeout(cleared);
    line.dataset.lost = "";
    line.textContent = "Mất kết nối, các ô đã gõ vẫn còn. Đang nối lại…";
  }

  function tellBack() {
    if (!("lost" in line.dataset)) return;
    delete line.dataset.lost;
    line.textContent = "Đã kết nối lại";
    cleared = setTimeout(() => { line.textContent = ""; }, shown);
  }

  // What was typed meanwhile has reached nobody: the page is run again, and it goes along. A new
  // address would not do, for that begins the fields anew.
  function sendAgain() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testConnectionState !== "CONNECTED") {
      setTimeout(sendAgain, 50);
      return;
    }
    postMessage({ stCommVersion: 1, type: "RERUN_SCRIPT" }, location.origin);
    tellBack();
  }

  async function serverAnswers() {
    try {
      const asked = { cache: "no-store", signal: AbortSignal.timeout(patience) };
      return (await fetch("/_stcore/health", asked)).ok;
    } catch {
      return false;
    }
  }

  // Twice in a row: one that is about to end may still answer once.
  async function untilItAnswers() {
    for (let answers = 0; answers < 2;) {
      await new Promise((done) => setTimeout(done, pause));
      answers = await serverAnswers() ? answers + 1 : 0;
    }
  }

  window.WebSocket = class extends Plain {
    #opened = false;
    #left = false;

    constructor(...words) {
      super(...words);
      this.addEventListener("open", () => {
        this.#opened = true;
        if ("lost" in line.dataset) sendAgain();
      });
      for (const name of ["error", "close"]) this.addEventListener(name, (event) => this.#holdBack(event));
    }

    close(...words) {
      this.#left = true;
      super.close(...words);
    }

    async #holdBack(event) {
      if (!event.isTrusted || !this.#opened || this.#left) return;
      event.stopImmediatePropagation();
      if (event.type !== "close") return;
      tellLost();
      await untilItAnswers();
      this.dispatchEvent(new CloseEvent("close", event));
    }
  };

  addEventListener("offline", tellLost);
  addEventListener("online", async () => { if (await serverAnswers()) tellBack(); });
})();
