"use strict";
// Every page works without this: it only brings in what has changed on disk.
(() => {
  document.documentElement.classList.add("js");
  const main = document.getElementById("main"), fresh = document.getElementById("fresh");
  if (!fresh || !window.EventSource) return;

  // What somebody is writing is not taken from under their hands.
  let touched = false;
  main.addEventListener("input", () => { touched = true; });
  const busy = () => touched || main.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

  const open = () => [...main.querySelectorAll("details[open]")].map(it => it.closest("[id]")?.id).filter(Boolean);
  const renew = async () => {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (busy()) { fresh.hidden = false; return; }
    const unfolded = open();
    main.replaceChildren(...page.getElementById("main").childNodes);
    for (const id of unfolded) {
      const list = document.getElementById(id)?.querySelector("details");
      if (list) list.open = true;
    }
  };

  let known = null;
  const events = new EventSource("/events");
  events.addEventListener("changes", event => {
    if (known !== null && known !== event.data) {
      if (busy()) fresh.hidden = false; else renew();
    }
    known = event.data;
  });

  // After an action its fact is open again.
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const list = target && target.querySelector("details");
  if (list) { list.open = true; target.scrollIntoView(); }
})();
