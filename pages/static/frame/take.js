// Takes a chart along as a picture: a PNG is drawn from an SVG of the server.
"use strict";

(() => {
  const kept = 60000;
  const seen = 4000;
  const head = 33; // bytes of a PNG's signature and head

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
      const svg = await answer.blob();
      const png = await drawn(svg, Number(button.dataset.scale));
      save(await telling(png, await svg.text()), `${decodeURIComponent(name)}.png`);
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

  // What the SVG says of itself in words the PNG says too, as properties of the file: its title, and
  // that its figures are made up. They stand behind the first chunk, the head.
  async function telling(png, svg) {
    const said = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const words = { Title: "title", Description: "desc" };
    const chunks = Object.entries(words).flatMap(([keyword, tag]) => {
      const part = [...said.children].find((child) => child.localName === tag);
      return part ? [chunk(`iTXt${keyword}\0\0\0vi\0\0${part.textContent}`)] : [];
    });
    return new Blob([png.slice(0, head), ...chunks, png.slice(head)], { type: png.type });
  }

  function chunk(text) {
    const body = new TextEncoder().encode(text);
    const whole = new DataView(new ArrayBuffer(body.length + 8));
    whole.setUint32(0, body.length - 4);
    body.forEach((byte, place) => whole.setUint8(4 + place, byte));
    whole.setUint32(4 + body.length, checksum(body));
    return whole.buffer;
  }

  function checksum(bytes) {
    let sum = -1;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return ~sum >>> 0;
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
