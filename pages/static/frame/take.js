// Takes a chart along as a picture: a PNG is drawn from an SVG of the server.
"use strict";

(() => {
  const kept = 60000;
  const seen = 4000;

  // The picture comes as one SVG with its fonts inside; its name says what it shows.
  async function take(button) {
    const [told, failed] = ["status", "alert"].map((role) => button.parentElement.querySelector(`[role="${role}"]`));
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    clearTimeout(told.timer);
    told.dataset.waiting = "";
    told.textContent = "Đang tạo hình";
    failed.textContent = "";
    try {
      const answer = await fetch(button.dataset.drawn);
      if (!answer.ok) throw new Error(answer.statusText);
      const [, name] = /UTF-8''(.+)\.svg$/.exec(answer.headers.get("Content-Disposition"));
      save(await drawn(await answer.blob(), Number(button.dataset.scale)), `${decodeURIComponent(name)}.png`);
      told.textContent = "Đã tải";
      told.timer = setTimeout(() => { told.textContent = ""; }, seen);
    } catch {
      told.textContent = "";
      failed.textContent = "Không tạo được hình PNG; hãy thử lại hoặc chọn SVG.";
    } finally {
      delete told.dataset.waiting;
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
    const button = event.target.closest?.(".bd .takes [data-drawn]");
    if (button) take(button);
  });
})();
