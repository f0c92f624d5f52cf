"use strict";
// Every page works without this: it brings in what has changed on disk, shows how a value is read as one types, and takes keys.
(() => {
  document.documentElement.classList.add("js");
  const main = document.getElementById("main"), fresh = document.getElementById("fresh");
  const page = async (address, options) => {
    const answer = await fetch(address, options);
    return { ok: answer.ok, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
  };

  // What somebody is writing is not taken from under their hands.
  let touched = false;
  main.addEventListener("input", () => { touched = true; });
  const busy = () => touched || main.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

  /** Unfolds what stands in these, and folds every other fact. */
  const unfold = ids => {
    for (const whole of main.querySelectorAll("details.whole")) whole.open = ids.includes(whole.closest("[id]").id);
    for (const id of ids) {
      const list = document.getElementById(id)?.querySelector("details");
      if (list) list.open = true;
    }
  };
  const open = () => [...main.querySelectorAll("details[open]")].map(it => it.closest("[id]")?.id).filter(Boolean);
  const renew = async () => {
    const { ok, page: now } = await page(location.href, { headers: { "x-gainsay-renew": "1" } });
    if (!ok) return;
    if (busy()) { fresh.hidden = false; return; }
    const unfolded = open();
    // What was just done stays told, with its Undo.
    const said = main.querySelector(".said")?.parentElement;
    const at = said?.closest(".fact[id]")?.id;
    main.replaceChildren(...now.getElementById("main").childNodes);
    if (said && !document.querySelector(".said")) ((at && document.getElementById(at)?.querySelector(".desk")) || main).prepend(said);
    unfold(unfolded);
    cards();
    copies();
  };

  let known = null;
  if (window.EventSource && !document.getElementById("drafting")) {
    const events = new EventSource("/events");
    events.addEventListener("changes", event => {
      if (known !== null && known !== event.data) {
        if (busy()) fresh.hidden = false; else renew();
      }
      known = event.data;
    });
    // A page that is left lets its line go.
    addEventListener("pagehide", () => events.close());
  }

  // A link to a fact unfolds it.
  const go = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const list = target && target.querySelector("details");
    if (list) { list.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", go);
  go();

  // The name of a fact unfolds and folds it, too.
  main.addEventListener("click", event => {
    const whole = event.target.closest(".fact h4 a")?.closest(".fact").querySelector(".whole");
    if (!whole || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    whole.open = !whole.open;
  });

  // What can be printed is copied with a click.
  const copies = () => {
    for (const print of main.querySelectorAll(".print:not(:has(.copy))")) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "Copy" });
      print.append(" ", button);
    }
  };
  main.addEventListener("click", async event => {
    const button = event.target.closest(".print .copy");
    if (!button) return;
    const words = button.closest(".print").cloneNode(true);
    words.querySelector(".copy").remove();
    for (const it of words.querySelectorAll("q")) it.replaceWith(`“${it.textContent}”`);
    const text = words.textContent.replace(/\s+/g, " ").trim();
    const told = await navigator.clipboard.writeText(text).then(() => "Copied", () => "Not copied: mark the words instead");
    button.textContent = told;
    setTimeout(() => { button.textContent = "Copy"; }, 2_000);
  });
  copies();

  // After an action everything stands where it stood.
  const place = "gainsay-place";
  addEventListener("submit", event => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    const near = event.target.closest(".fact[id]");
    sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, at: Date.now(), y: scrollY, open: open(), near: near?.id, top: near?.getBoundingClientRect().top }));
  });
  const stood = JSON.parse(sessionStorage.getItem(place) ?? "null");
  sessionStorage.removeItem(place);
  if (stood && stood.path === location.pathname && Date.now() - stood.at < 20_000) {
    const opened = new URLSearchParams(location.search).get("open");
    unfold(opened ? [...stood.open, opened] : stood.open);
    const stand = () => {
      const near = stood.near && document.getElementById(stood.near);
      scrollTo(0, near ? scrollY + near.getBoundingClientRect().top - stood.top : stood.y);
      document.querySelector(".said")?.scrollIntoView({ block: "nearest" });
    };
    stand();
    // The browser itself goes to the anchor of the address when all is there.
    addEventListener("load", () => setTimeout(stand));
  }

  // Choosing is enough.
  main.addEventListener("change", event => { if (event.target.matches("form.narrow select")) event.target.form.requestSubmit(); });

  // A story is chosen or named, not both.
  const [chosen, named] = [document.getElementById("in"), document.getElementById("new")];
  named?.addEventListener("input", () => { if (named.value) chosen.value = ""; });
  chosen?.addEventListener("change", () => { if (chosen.value) named.value = ""; });

  // An article's text from a file.
  const file = document.getElementById("file");
  if (file) {
    file.closest("label").hidden = false;
    file.addEventListener("change", async () => {
      if (file.files[0]) document.getElementById("text").value = await file.files[0].text();
    });
  }

  // The drafting: clicks and what is typed are answered in place.
  const drafting = document.getElementById("drafting");
  if (drafting) {
    const ask = (button, signal) => {
      const fields = new URLSearchParams(new FormData(drafting));
      if (button) fields.set(button.name, button.value);
      return page("/draft", { method: "POST", body: fields, headers: { "x-gainsay-renew": "1" }, signal });
    };
    // What is typed is read in a moment, but not any more when the form is sent: the files may have changed by then.
    let waiting = 0, asked = 0, reading = new AbortController();
    const hush = () => { clearTimeout(waiting); asked++; reading.abort(); };
    const replace = (id, now) => {
      const [old, fresh] = [document.getElementById(id), now.getElementById(id)];
      if (old && fresh) old.replaceChildren(...fresh.childNodes);
    };
    drafting.addEventListener("submit", async event => {
      const button = event.submitter;
      hush();
      if (!button || button.hasAttribute("formaction") || button.name === "into") return;
      event.preventDefault();
      const before = drafting.querySelectorAll(".draft").length;
      const { ok, page: now } = await ask(button);
      if (!ok) { main.replaceChildren(...now.getElementById("main").childNodes); return; }
      for (const part of ["twins", "claims", "sentences", "doing"]) replace(part, now);
      const claims = drafting.querySelectorAll(".draft");
      if (claims.length > before) {
        const empty = [...claims[before].querySelectorAll("input:not([type=hidden])")].find(it => !it.value) ?? claims[before].querySelector("[name=value]");
        empty.focus();
        claims[before].scrollIntoView({ block: "nearest" });
      }
    });
    drafting.addEventListener("input", () => {
      hush();
      waiting = setTimeout(async () => {
        const mine = ++asked;
        reading = new AbortController();
        const { ok, page: now } = await ask(null, reading.signal).catch(() => ({ ok: false }));
        if (!ok || mine !== asked) return;
        for (const it of now.querySelectorAll(".read")) {
          const here = document.getElementById(it.id);
          if (here && here.innerHTML !== it.innerHTML) here.replaceChildren(...it.childNodes);
        }
      }, 150);
    });
  }

  // The review by keys: j and k walk, digits tick, Enter answers, s skips.
  const cards = () => {
    const all = [...document.querySelectorAll(".card")];
    if (all.length && !all.some(it => it.contains(document.activeElement))) all[0].focus({ preventScroll: true });
  };
  // The browser itself goes to the anchor of the address when all is there, and takes the keys along.
  addEventListener("load", () => setTimeout(cards));
  const step = (by) => {
    const all = [...document.querySelectorAll(".card:not([hidden])")];
    const at = all.findIndex(it => it.contains(document.activeElement));
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  document.addEventListener("keydown", event => {
    const card = document.activeElement?.closest?.(".card") ?? document.querySelector(".card");
    if (event.ctrlKey || event.metaKey || event.altKey || document.activeElement?.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (!card) return;
    else if (/^[1-9]$/.test(event.key)) card.querySelectorAll("[type=checkbox]")[event.key - 1]?.click();
    else if (event.key === "Enter" && !document.activeElement?.matches("a, button, summary, input")) card.querySelector("form")?.requestSubmit();
    else if (event.key === "s") card.querySelector(".later")?.click();
    else return;
    event.preventDefault();
  });
  cards();
})();
