// Tells Streamlit's own script where its server is: it would ask for it below the address of the page
// first (/chi-tieu/_stcore/health) and connect only after four answers. Before that script runs.
"use strict";

window.__streamlit = {
  BACKEND_BASE_URL: `${location.origin}/`,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, metricsUrl: "" },
};
