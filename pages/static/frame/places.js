// Where the reader is: the address, the place on its page, and what lies over it.
// Going back finds the place again; what lies over the page (a sheet, the search) is left by going
// back too. Before Streamlit's own script listens to the history.
"use strict";

(() => {
  const most = 50; // places that are remembered
  const [waiting, resting, beginning] = [200, 30, 10];
  const main = () => document.querySelector('[data-testid="stMain"]');

  // What is aimed at is drawn later than the browser looks for it, and what stands above it may grow
  // after that: it is held until it rests, or the reader does something. Looks are counted, not
  // seconds, and none while the page is made: a busy machine has fewer of them a second and is long
  // in beginning to make the page.
  let leave = () => {};
  let held = false;

  function hold(aim) {
    leave();
    const acts = new AbortController();
    let looks = waiting;
    let made = false;
    let reached;
    held = true;
    const timer = setInterval(() => {
      const app = document.querySelector('[data-testid="stApp"]');
      if (app && app.dataset.testScriptState !== "notRunning") {
        made = true;
        return;
      }
      const place = aim(made || looks < waiting - beginning);
      if (place && (place.at !== reached || place.moved)) {
        place.go();
        reached = place.at;
        looks = made ? resting : waiting;
      }
      looks -= 1;
      if (looks < 0) leave();
    }, 100);
    leave = () => { clearInterval(timer); acts.abort(); held = false; };
    for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(act, () => leave(), { signal: acts.signal, passive: true });
    }
  }

  // The place that an address names.
  function reach(hash) {
    leave();
    if (!hash) return;
    hold(() => {
      const place = document.getElementById(hash.slice(1));
      const at = place && Math.round(main().scrollTop + place.getBoundingClientRect().top);
      if (place?.tagName === "DETAILS") place.open = true;
      return place && { at, go: () => place.scrollIntoView() };
    });
  }

  // The place where the page was left.
  const kept = new Map(JSON.parse(sessionStorage.getItem("places") ?? "[]"));
  let here = location.href;
  let at = 0;

  function keep() {
    kept.delete(here);
    kept.set(here, at);
    sessionStorage.setItem("places", JSON.stringify([...kept].slice(-most)));
  }

  function find() {
    const wanted = kept.get(here);
    leave();
    if (wanted === undefined) return;
    at = wanted;
    hold((drawn) => {
      const room = main();
      if (!drawn || !room) return null;
      const reachable = Math.min(wanted, room.scrollHeight - room.clientHeight);
      const moved = Math.abs(room.scrollTop - reachable) > 1;
      return { at: reachable, moved, go: () => room.scrollTo(0, reachable) };
    });
  }

  document.addEventListener("scroll", (event) => {
    if (!held && event.target === main()) at = event.target.scrollTop;
  }, { capture: true, passive: true });
  addEventListener("pagehide", keep);

  // Streamlit changes the address too: by its menu and for the filters of a page.
  for (const way of ["pushState", "replaceState"]) {
    const change = history[way].bind(history);
    history[way] = (...words) => {
      if (way === "pushState") keep();
      change(...words);
      here = location.href;
      dispatchEvent(new Event("turned"));
    };
  }

  // What lies over the page has an entry of its own in the history; its closing takes it away.
  let over = null;
  let returning = false;

  function cover(close) {
    history.pushState({}, "", location.href);
    over = close;
  }

  function uncover() {
    if (!over) return;
    over = null;
    returning = true;
    history.back();
  }

  function closeOver() {
    const close = over;
    over = null;
    close?.();
    return Boolean(close);
  }

  addEventListener("popstate", (event) => {
    if (!event.isTrusted) return;
    if (returning || closeOver()) {
      returning = false;
      event.stopImmediatePropagation();
      return;
    }
    keep();
    here = location.href;
    dispatchEvent(new Event("turned"));
    find();
  }, true);

  function turn(address) {
    const way = closeOver() ? "replaceState" : "pushState";
    history[way]({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }

  function go(address) {
    turn(address);
    main()?.scrollTo(0, 0);
    reach(address.hash);
  }

  window.places = { go, turn, cover, uncover };

  const [came] = performance.getEntriesByType("navigation");
  if (["reload", "back_forward"].includes(came?.type) && kept.has(here)) find();
  else reach(location.hash);
})();
