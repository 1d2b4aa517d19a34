// Takes a chart along: its picture, by its own button or drawn from an SVG of the server.
"use strict";

(() => {
  const kept = 60000;

  // A set of small charts comes as one SVG with its fonts inside; its name says what it shows.
  async function takeDrawn(button) {
    const told = button.parentElement.querySelector('[role="alert"]');
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    told.textContent = "";
    try {
      const answer = await fetch(button.dataset.drawn);
      if (!answer.ok) throw new Error(answer.statusText);
      const [, name] = /UTF-8''(.+)\.svg$/.exec(answer.headers.get("Content-Disposition"));
      save(await drawn(await answer.blob(), Number(button.dataset.scale)), `${decodeURIComponent(name)}.png`);
    } catch {
      told.textContent = "Không tạo được hình PNG; hãy thử lại hoặc chọn SVG.";
    } finally {
      button.ariaBusy = "false";
    }
  }

  async function drawn(svg, scale) {
    const image = new Image();
    image.src = URL.createObjectURL(svg);
    try {
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth * scale;
      canvas.height = image.naturalHeight * scale;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done, fail) => {
        canvas.toBlob((png) => png ? done(png) : fail(new Error("no room")), "image/png");
      });
    } finally {
      URL.revokeObjectURL(image.src);
    }
  }

  function save(png, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(png);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), kept);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".bd .takes button");
    if (!button || button.dataset.address) return;
    if (button.dataset.drawn) takeDrawn(button);
    else document.querySelector(".stPlotlyChart .modebar-btn")?.click();
  });
})();
