// Tells Streamlit's own script where its server is: it would ask for it below the address of the page
// first (/chi-tieu/_stcore/health) and connect only after four answers. Before that script runs.
"use strict";

window.__streamlit = {
  BACKEND_BASE_URL: `${location.origin}/`,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, metricsUrl: "" },
};

// A web server in front that changes the Host line lets pages through and no connection: the page would
// stay white. Whoever sends (not gets) names the page it comes from, and is told what is wrong.
{
  const Plain = WebSocket;
  let connected = false;
  let asked = false;

  async function sayWhy() {
    if (connected || asked) return;
    asked = true;
    const answer = await fetch("/suc-khoe", { method: "POST" });
    if (answer.status !== 403) return;
    const told = await answer.text();
    document.open();
    document.write(told);
    document.close();
  }

  window.WebSocket = class extends Plain {
    constructor(...words) {
      super(...words);
      this.addEventListener("open", () => { connected = true; });
      this.addEventListener("error", () => sayWhy().catch(() => { asked = false; }));
    }
  };
}
