// A cell of a grid opens its editor a moment after the first key, and closes it a moment after the
// last. What is typed in that moment would be lost or go into the wrong cell, and 84,9 would become
// 4,9 without a word: here it is held until it can be taken.
"use strict";

(() => {
  const grid = '[data-testid="data-grid-canvas"]'; // with a table inside, for those who listen
  const editor = ".gdg-style :is(input, textarea)";
  const leaves = ["Enter", "Tab", "Escape"];
  const patience = 120; // pictures drawn, however slow the machine; then nothing is coming
  let held = null; // keys not given yet; null while nothing is awaited
  let awaited = "";
  let left = 0;

  const writes = (key) => key.length === 1;
  const isClosed = (element) => element.closest("td")?.ariaReadOnly === "true";

  function wait(what) {
    awaited = what;
    left = patience;
    requestAnimationFrame(give);
  }

  function press(target, key) {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }

  // An editor that has given its focus back may still be there, and would be opened again.
  function isReady(target) {
    return target.closest(awaited) && (awaited === editor || !document.querySelector(editor));
  }

  function give() {
    const target = document.activeElement;
    if (held !== null && !isReady(target) && left-- > 0) {
      requestAnimationFrame(give);
      return;
    }
    while (held?.length > 0 && isReady(target)) {
      const key = held.shift();
      if (awaited === editor && writes(key)) document.execCommand("insertText", false, key);
      else if (awaited === editor && key === "Backspace") document.execCommand("delete");
      else {
        press(target, key);
        if (awaited === editor ? leaves.includes(key) : writes(key)) {
          wait(awaited === editor ? grid : editor);
          return;
        }
      }
    }
    held = null;
  }

  function expect(what) {
    held = [];
    wait(what);
  }

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (held !== null) {
      held.push(key);
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (target.closest(grid) && writes(key) && !isClosed(target)) expect(editor);
    else if (target.closest(editor) && leaves.includes(key)) expect(grid);
  }, true);

  document.addEventListener("pointerdown", () => { held = null; }, true);
})();
