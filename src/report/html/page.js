"use strict";
// The page is whole without this: it only filters, copies, sorts, and opens what a link leads to.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const form = document.querySelector(".filters");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Facts are read once, when somebody first filters: a large page must not pay for what nobody asks.
  let facts = null;
  const read = () => facts ??= all(".it[id]").map(element => ({
    element,
    verdict: element.dataset.v,
    fresh: "new" in element.dataset,
    words: element.textContent.toLowerCase().replace(/\s+/g, " "),
    outlets: new Set(all("a.outlet", element).map(link => link.textContent)),
  }));

  const filter = () => {
    const verdicts = new Set(all("input[name=verdict]:checked", form).map(box => box.value));
    const every = all("input[name=verdict]", form).length === verdicts.size;
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fresh = form.new?.checked ?? false, outlet = form.outlet.value;
    const active = words.length > 0 || fresh || outlet !== "" || !every;
    const shown = new Set();
    for (const fact of read()) {
      const is = verdicts.has(fact.verdict) && (!fresh || fact.fresh) && (!outlet || fact.outlets.has(outlet))
        && words.every(word => fact.words.includes(word));
      fact.element.hidden = !is;
      if (is) shown.add(fact.element.id);
    }
    for (const row of all("tr.it")) row.hidden = !shown.has(row.dataset.for);
    const empty = element => active && !element.querySelector(".it:not([hidden])");
    for (const section of all(".facts, .matrix")) section.hidden = empty(section);
    for (const part of all(".facts > .part, .outlets > .part")) if (active) part.open = !empty(part);
    for (const section of all(".profile")) {
      const list = section.querySelector("details");
      section.hidden = active && (!list || empty(list));
      if (list && active) list.open = !empty(list);
    }
    for (const section of all(".outlets")) section.hidden = active && !section.querySelector(".profile:not([hidden])");
    form.querySelector("output").textContent = active ? `${shown.size} of ${facts.length} facts` : `${facts.length} facts`;
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", event => { event.preventDefault(); filter(); });

  // A link leads to its fact even where a filter hides it or a list is closed.
  const go = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); filter(); }
    if (target.matches(".fact")) target.querySelector(".whole").open = true;
    for (let list = target.closest("details"); list; list = list.parentElement.closest("details")) list.open = true;
    target.scrollIntoView();
    // Parts of a large page get their true height when they come into view.
    if (target.closest(".large")) for (const wait of [50, 200, 500]) setTimeout(() => target.scrollIntoView(), wait);
  };
  addEventListener("hashchange", go);
  go();
  // The name of a fact opens and closes it, too.
  document.addEventListener("click", event => {
    const whole = event.target.closest(".fact h4 a")?.closest(".fact").querySelector(".whole");
    if (!whole) return;
    event.preventDefault();
    whole.open = !whole.open;
    history.replaceState(null, "", whole.open ? `#${whole.parentElement.id}` : " ");
  });

  document.addEventListener("click", async event => {
    const button = event.target.closest("button");
    if (button?.classList.contains("copy")) {
      const words = button.closest(".task, .accept").querySelector(".say, code");
      try {
        await navigator.clipboard.writeText(words.textContent.replace(/\s+/g, " ").trim());
      } catch {
        getSelection().selectAllChildren(words);
        document.execCommand("copy");
      }
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    } else if (button?.closest(".sortable thead")) {
      sort(button.closest("th"));
    }
  });

  const sort = heading => {
    const table = heading.closest("table"), column = heading.cellIndex;
    const down = heading.getAttribute("aria-sort") !== "descending";
    for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const text = row => row.cells[column].textContent.trim();
    const rows = [...table.tBodies[0].rows].sort((a, b) => text(a).localeCompare(text(b), "en", { numeric: true }));
    table.tBodies[0].append(...(down ? rows.reverse() : rows));
  };
  for (const heading of all(".sortable thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
  }

  // The facts are printed whole, where the style alone can't do that; parts that are closed are left out.
  addEventListener("beforeprint", () => {
    for (const list of all(".whole:not([open])")) { list.open = true; list.dataset.printed = ""; }
  });
  addEventListener("afterprint", () => {
    for (const list of all("details[data-printed]")) { list.open = false; delete list.dataset.printed; }
  });
})();
