// Takes a chart along: its picture, by its own button, and the address that reopens the view.
"use strict";

(() => {
  const seen = 4000;

  // In an office's network the board comes without TLS, and then browsers give no clipboard.
  async function copied(button, address) {
    const open = button.parentElement.querySelector("input");
    open?.remove();
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(address);
        return true;
      } catch { /* refused: the older way below */ }
    }
    return copiedFromField(button, address);
  }

  // The field stays, selected, where the browser lets no script copy.
  function copiedFromField(button, address) {
    const field = document.createElement("input");
    Object.assign(field, { value: address, readOnly: true, ariaLabel: "Liên kết của trang đang xem" });
    button.after(field);
    field.select();
    if (!document.execCommand("copy")) return false;
    field.remove();
    button.focus();
    return true;
  }

  async function copy(button) {
    const told = button.parentElement.querySelector('[role="status"]');
    const done = await copied(button, new URL(button.dataset.address, location.origin).href);
    told.textContent = done ? "Đã sao chép" : "Nhấn Ctrl+C để sao chép";
    clearTimeout(told.timer);
    if (done) told.timer = setTimeout(() => { told.textContent = ""; }, seen);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".bd .takes button");
    if (!button) return;
    if (button.dataset.address) copy(button);
    else document.querySelector(".stPlotlyChart .modebar-btn")?.click();
  });
})();
