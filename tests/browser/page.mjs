// Opens pages of `gainsay report` in a real browser and says what does not hold.
//
//   node tests/browser/page.mjs TOOLS PAGE.html FACTS.json CHECK…
//
// TOOLS is a folder with node_modules (playwright-core, axe-core); FACTS.json is the same report as JSON. One line a check:
// `ok NAME` or `FAILED NAME: why`. The exit status is 1 where one failed, and 3 where the browser can't be started.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, file, facts, ...wanted] = process.argv.slice(2);
const require = createRequire(join(resolve(tools), "tools.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const report = JSON.parse(readFileSync(facts, "utf8"));
const url = pathToFileURL(resolve(file)).href;
const items = report.stories.flatMap(story => story.items);

const named = process.env.GAINSAY_CHROMIUM;
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
const executablePath = named ?? places.find(existsSync);
let browser;
try {
  // Where everything runs as root, as in a container, Chromium has no sandbox to offer.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath, args });
} catch (error) {
  console.log(`no browser: ${error.message.split("\n")[0]}`);
  process.exit(3);
}

const assert = (is, why) => { if (!is) throw new Error(why); };
const few = list => list.slice(0, 5).join(" | ") + (list.length > 5 ? ` | and ${list.length - 5} more` : "");

/** A page that keeps book of everything it should not do. */
const open = async (options = {}, hash = "") => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const sins = [];
  page.on("console", message => sins.push(`console: ${message.text()}`));
  page.on("pageerror", error => sins.push(`error: ${error.message}`));
  page.on("dialog", dialog => { sins.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", request => { if (request.url().split("#")[0] !== url && !request.url().startsWith("data:")) sins.push(`request: ${request.url()}`); });
  page.on("popup", popup => sins.push(`popup: ${popup.url()}`));
  await page.goto(url + hash, { waitUntil: "load" });
  return { page, sins, close: () => context.close() };
};
const within = async (options, hash, what) => {
  const { page, sins, close } = await open(options, hash);
  try {
    await what(page);
    assert(sins.length === 0, few(sins));
  } finally {
    await close();
  }
};
const violations = async page => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(it => `${it.id} (${it.nodes.length}): ${it.nodes[0].html.slice(0, 160)} ${it.nodes[0].failureSummary.replace(/\s+/g, " ")}`);
};
const plain = text => text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");
// What the page shows in place of what a text must not hold.
const safe = text => text.replace(/[\n\r\t]/g, " ").replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, "\ufffd");
const overflow = page => page.evaluate(() => {
  const room = document.documentElement.clientWidth;
  const beyond = [...document.body.querySelectorAll("*")].filter(it => {
    const box = it.getBoundingClientRect();
    return box.width > 0 && box.right > room + 1 && !it.closest(".scroll") && !it.closest(".skip") && !it.closest("svg");
  });
  return { scroll: document.scrollingElement.scrollWidth - room, beyond: beyond.map(it => `${it.tagName}.${it.className}`) };
});
const visible = page => page.locator(".it[id]").evaluateAll(list => list.filter(it => !it.hidden).map(it => it.id));

const checks = {
  async "opens without a sound"() {
    await within({}, "", async page => {
      assert(await page.locator("h1").count() === 1, "no heading");
      assert(await page.locator(".it[id]").count() === items.length, "not every fact is there");
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(200);
    });
  },
  async "axe finds nothing in the light"() {
    await within({ colorScheme: "light" }, "", async page => {
      await page.evaluate(() => { for (const it of document.querySelectorAll("details")) it.open = true; });
      const found = await violations(page);
      assert(found.length === 0, few(found));
    });
  },
  async "axe finds nothing in the dark"() {
    await within({ colorScheme: "dark" }, "", async page => {
      await page.evaluate(() => { for (const it of document.querySelectorAll("details")) it.open = true; });
      assert(await page.evaluate(() => getComputedStyle(document.body).backgroundColor) !== "rgb(255, 255, 255)", "it is not dark");
      const found = await violations(page);
      assert(found.length === 0, few(found));
    });
  },
  async "links lead to their facts"() {
    const single = items.filter(it => it.verdict === "single").slice(0, 1);
    for (const javaScriptEnabled of [true, false]) {
      for (const item of [items[0], ...single, items.at(-1)]) {
        await within({ javaScriptEnabled }, `#${item.id}`, async page => {
          await page.waitForTimeout(javaScriptEnabled ? 700 : 300);
          const heading = page.locator(`[id="${item.id}"]`).locator("h4, h5").first();
          assert((await heading.textContent()).trim() === safe(item.label).trim(), `${item.id} is not ${item.label}`);
          const box = await heading.boundingBox();
          assert(box && box.y >= -5 && box.y < 900, `${item.label} is not in sight: ${JSON.stringify(box)}, script ${javaScriptEnabled}`);
        });
      }
    }
    await within({}, "", async page => {
      const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].map(it => it.getAttribute("href"))
        .filter(href => !document.getElementById(decodeURIComponent(href.slice(1)))));
      assert(dead.length === 0, `links to nowhere: ${few(dead)}`);
    });
  },
  async "filters narrow the page"() {
    await within({}, "", async page => {
      const told = () => page.locator(".filters output").textContent();
      const settle = () => page.waitForTimeout(400);
      const gravest = items.find(it => it.verdict === "contradiction") ?? items[0];
      const rare = word => items.filter(it => JSON.stringify(it).toLowerCase().includes(word)).length;
      const word = gravest.label.toLowerCase().split(/\W+/).filter(Boolean).sort((a, b) => rare(a) - rare(b))[0];
      await page.locator(".find > summary").click();
      await page.fill("input[name=words]", word);
      await settle();
      const found = await visible(page);
      assert(found.length > 0 && found.length < items.length && found.includes(gravest.id), `${word}: ${found.length} facts`);
      assert((await told()).startsWith(`${found.length} of ${items.length}`), await told());
      const rows = await page.locator("tr.it").evaluateAll(rows => rows.filter(it => !it.hidden).map(it => it.dataset.for));
      assert(rows.every(id => found.includes(id)), "rows and cards differ");
      await page.fill("input[name=words]", "");
      await page.uncheck("input[name=verdict][value=con]");
      await settle();
      const left = await visible(page);
      assert(left.length === items.filter(it => it.verdict !== "contradiction").length, `without contradictions: ${left.length}`);
      // A link leads out of the filter.
      await page.evaluate(id => { location.hash = id; }, gravest.id);
      await settle();
      assert((await visible(page)).length === items.length, "the filter stays in the way of a link");
      // Where all conflicts are new, nothing is said of it.
      const states = items.flatMap(it => it.comparisons.map(pair => pair.state)).filter(Boolean);
      const tells = states.some(state => state !== "new");
      assert(await page.locator("input[name=new]").count() === Number(tells), "what is new is asked for where nothing else is, or not where it is");
      if (tells) {
        await page.check("input[name=new]");
        await settle();
        const fresh = items.filter(it => it.comparisons.some(pair => pair.new && pair.verdict === it.verdict));
        assert((await visible(page)).length === fresh.length, `new: ${(await visible(page)).length}, not ${fresh.length}`);
      }
      await page.click("button[type=reset]");
      await settle();
      const outlet = items[0].claims[0].outlet;
      await page.selectOption("select[name=outlet]", { label: safe(outlet) });
      await settle();
      const its = items.filter(it => it.claims.some(claim => claim.outlet === outlet));
      assert((await visible(page)).length === its.length, `${outlet}: ${(await visible(page)).length}, not ${its.length}`);
      await page.click("button[type=reset]");
      await settle();
      assert((await visible(page)).length === items.length, "reset does not reset");
    });
  },
  async "without JavaScript all is there"() {
    const read = page => page.locator("main").evaluate(main => main.textContent.replace(/\s+/g, " "));
    let without, with_;
    await within({ javaScriptEnabled: false }, "", async page => {
      const text = plain(await page.locator("main").textContent());
      const lost = items.flatMap(it => [it.label, ...it.claims.flatMap(claim => [claim.value, claim.quote ?? "", claim.outlet, claim.file])])
        .filter(it => !text.includes(plain(safe(it))));
      assert(lost.length === 0, few(lost));
      assert(!await page.locator(".filters").first().isVisible(), "filters that do nothing are shown");
      assert(await page.locator(".copy").count() === 0 || !await page.locator(".copy").first().isVisible(), "buttons that do nothing are shown");
      const shut = await page.$("details:not([open]):not(.find) > summary");
      await shut?.click();
      assert(!shut || await shut.evaluate(it => it.parentElement.open), "a list does not open");
      without = await read(page);
    });
    await within({}, "", async page => { with_ = await read(page); });
    assert(without === with_, "the text differs with and without the script");
  },
  async "what asks for something is printed whole, the rest where it is open"() {
    const folder = mkdtempSync(join(tmpdir(), "gainsay-print-"));
    try {
      const asks = items.filter(it => ["contradiction", "tension", "development", "unclear"].includes(it.verdict));
      // A large page takes long to print: once as it opens, and once whole.
      const ways = items.length > 200 ? [[false, false], [true, true]] : [[true, false], [false, false], [true, true]];
      for (const [javaScriptEnabled, opened] of ways) {
        await within({ javaScriptEnabled, colorScheme: "dark" }, "", async page => {
          if (opened) await page.evaluate(() => { for (const it of document.querySelectorAll("details")) it.open = true; });
          const due = opened ? items : asks;
          const pdf = join(folder, "page.pdf");
          writeFileSync(pdf, await page.pdf({ format: "A4", printBackground: true }));
          const text = plain(execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", pdf, "-"], { maxBuffer: 1 << 28 }).toString());
          const lost = due.flatMap(it => [it.label, ...it.claims.flatMap(claim => [claim.value, claim.quote ?? "", claim.outlet])])
            .filter(it => !text.includes(plain(safe(it))));
          assert(lost.length === 0, `script ${javaScriptEnabled}: ${few(lost)}`);
          const hrefs = await page.locator(opened ? "a.web" : ".facts > .fact a.web").evaluateAll(list => list.map(it => it.getAttribute("href")));
          assert(hrefs.every(href => text.includes(plain(href))), "links are not written out");
        });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  async "320 pixels are enough"() {
    await within({ viewport: { width: 320, height: 640 } }, "", async page => {
      await page.evaluate(() => { for (const it of document.querySelectorAll("details")) it.open = true; });
      const { scroll, beyond } = await overflow(page);
      assert(scroll <= 0 && beyond.length === 0, `${scroll} pixels too wide: ${few(beyond)}`);
      const small = await page.evaluate(() => [...document.querySelectorAll("p, li, td, th, h1, h2, h3, h4, h5, svg text")]
        .filter(it => parseFloat(getComputedStyle(it).fontSize) < 11).map(it => it.tagName));
      assert(small.length === 0, `too small to read: ${few(small)}`);
      const matrix = page.locator(".matrix .scroll").first();
      assert(await matrix.count() === 0 || !await matrix.isVisible(), "a phone shows lists, no matrix");
    });
  },
  async "1920 pixels are used"() {
    await within({ viewport: { width: 1920, height: 1080 } }, "", async page => {
      const { scroll, beyond } = await overflow(page);
      assert(scroll <= 0 && beyond.length === 0, `${scroll} pixels too wide: ${few(beyond)}`);
      assert(await page.evaluate(() => document.querySelector("main").clientWidth) > 1400, "the page stays narrow");
    });
  },
  async "the matrix keeps its headings"() {
    await within({ viewport: { width: 900, height: 700 } }, "", async page => {
      const matrix = page.locator(".matrix .scroll").first();
      await page.locator(".matrix summary").first().click();
      await matrix.scrollIntoViewIfNeeded();
      const held = await matrix.evaluate(async it => {
        it.scrollTo(300, 400);
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const frame = it.getBoundingClientRect();
        const rows = [...it.querySelectorAll("tbody tr")].map(row => row.querySelector("th").getBoundingClientRect());
        const head = it.querySelector("thead").getBoundingClientRect();
        return { left: Math.max(...rows.map(row => Math.abs(row.left - frame.left))), top: head.top - frame.top, moved: it.scrollTop };
      });
      assert(held.left <= 2 && (held.moved === 0 || held.top <= 120), JSON.stringify(held));
      assert(await matrix.evaluate(it => it.tabIndex === 0 && it.getAttribute("role") === "region"), "it can't be scrolled by keyboard");
    });
  },
  async "the keyboard reaches everything"() {
    await within({}, "", async page => {
      await page.evaluate(() => { for (const it of document.querySelectorAll(".find, .whole")) it.open = true; });
      await page.keyboard.press("Tab");
      assert(await page.evaluate(() => document.activeElement.className) === "skip", "the first stop is not the skip link");
      const seen = new Set();
      for (let at = 0; at < 200; at++) {
        await page.keyboard.press("Tab");
        seen.add(await page.evaluate(() => document.activeElement.name || document.activeElement.getAttribute("role") || document.activeElement.tagName));
        // Behind the last stop the page begins anew.
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert(outline !== "none", `no focus ring on ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80))}`);
      }
      for (const stop of ["words", "verdict", "outlet", "A", "BUTTON", "SUMMARY"]) assert(seen.has(stop), `${stop} is not reached: ${[...seen]}`);
    });
  },
  async "the sentence and the command are copied"() {
    await within({ permissions: ["clipboard-read", "clipboard-write"] }, "", async page => {
      const copied = async button => {
        await button.scrollIntoViewIfNeeded();
        await button.focus();
        await page.keyboard.press("Enter");
        await page.waitForTimeout(200);
        assert(await button.textContent() === "Copied", "nothing says so");
        return page.evaluate(() => navigator.clipboard.readText());
      };
      const sentence = await copied(page.locator(".task .copy").first());
      assert(sentence.includes(": ask ") && /[Pp]rint until then|[Uu]ntil then/.test(sentence), sentence);
      await page.locator(".whole").first().evaluate(it => { it.open = true; });
      const command = await copied(page.locator(".accept .copy").first());
      assert(/^gainsay accept [0-9a-f]+ --reason "…"$/.test(command), command);
    });
  },
  async "the first screen says what to do"() {
    await within({}, "", async page => {
      const tasks = await page.locator(".task").count();
      const conflicts = items.filter(it => ["contradiction", "tension"].includes(it.verdict)).length;
      assert(tasks > 0 && tasks <= conflicts, `${tasks} tasks for ${conflicts} conflicts`);
      const box = await page.locator(".task").first().boundingBox();
      const single = report.stories.length === 1;
      assert(box && (!single || box.y + box.height < 900), `the first task ends at ${box?.y + box?.height}`);
      const hrefs = await page.locator("a.ask").evaluateAll(list => list.map(it => it.getAttribute("href")));
      assert(hrefs.length === tasks && hrefs.every(href => /^mailto:\?subject=[^&]+&body=[^&]+$/.test(href)), few(hrefs));
    });
  },
  async "a story is read at a glance"() {
    await within({}, "", async page => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert(height <= 4000, `${height} pixels with everything closed`);
      assert(await page.locator(".whole[open]").count() === 0, "a fact is open");
    });
  },
  async "the index sorts"() {
    await within({}, "", async page => {
      const names = () => page.locator(".index tbody th").allTextContents();
      const first = await names();
      await page.locator(".index thead button").first().click();
      const down = await names();
      await page.locator(".index thead button").first().click();
      const up = await names();
      assert(down.join() === [...up].reverse().join() && first.length === up.length, `${up} / ${down}`);
      assert(await page.locator('.index th[aria-sort="ascending"]').count() === 1, "no heading says so");
    });
  },
  async "hostile texts stay texts"() {
    await within({}, "", async page => {
      const odd = await page.evaluate(() => [...document.querySelectorAll("img, iframe, object, embed, base, video, audio, [style], [onclick], [onerror], [onload], [onmouseover]")].map(it => it.outerHTML.slice(0, 100)));
      assert(odd.length === 0, few(odd));
      assert(await page.evaluate(() => document.scripts.length === 1 && document.querySelectorAll("style").length === 1 && document.querySelectorAll("link").length === 1), "more scripts or styles than ours");
      const links = await page.evaluate(() => [...document.querySelectorAll("a")].map(it => it.getAttribute("href")).filter(href => !/^(#|https?:\/\/|mailto:\?subject=)/.test(href)));
      assert(links.length === 0, few(links));
      assert(await page.evaluate(() => typeof window.pwned === "undefined"), "a text ran");
      const marks = await page.evaluate(() => /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.outerHTML));
      assert(!marks, "direction marks are left");
    });
    // Even what got past the escaping would not run.
    const { page, close } = await open();
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.pwned = 1";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://example.com/x.png";
      document.body.append(image);
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.pwned = 2");
      document.body.append(button);
      button.click();
    });
    await page.waitForTimeout(200);
    const ran = await page.evaluate(() => window.pwned);
    await close();
    assert(ran === undefined, `the policy let ${ran} run`);
  },
  async "it opens in time"() {
    const { page, close } = await open();
    const { load } = await page.evaluate(() => ({ load: performance.getEntriesByType("navigation")[0].loadEventEnd }));
    const start = Date.now();
    await page.evaluate(id => { location.hash = id; }, items.at(-1).id);
    await page.waitForTimeout(50);
    const jump = Date.now() - start;
    await close();
    console.log(`   loaded in ${Math.round(load)} ms, jumped in ${jump} ms`);
    assert(load < 30_000, `loaded in ${load} ms`);
  },
};

let failed = 0;
for (const name of wanted.length ? wanted : Object.keys(checks)) {
  try {
    assert(checks[name], "there is no such check");
    await checks[name]();
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.message}`);
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
