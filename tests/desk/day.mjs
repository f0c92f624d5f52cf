// A day at the desk, in a real browser.
//
//   node tests/desk/day.mjs TOOLS DAY ADDRESS
//
// TOOLS is a folder with node_modules (playwright-core, axe-core). It prints `ok DAY`, or why not; the exit status is 1 then.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [tools, day, address] = process.argv.slice(2);
const require = createRequire(join(resolve(tools), "tools.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
const executablePath = process.env.GAINSAY_CHROMIUM ?? places.find(existsSync);
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath, args });
const origin = new URL(address).origin;

const assert = (is, why) => { if (!is) throw new Error(why); };

/** A browser that has opened the address, and keeps book of what it should not do. */
const open = async (options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const sins = [];
  page.on("console", message => sins.push(`console: ${message.text()}`));
  page.on("pageerror", error => sins.push(`error: ${error.message}`));
  page.on("request", request => { if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("data:")) sins.push(`request: ${request.url()}`); });
  await page.goto(address);
  await page.waitForURL(`${origin}/`);
  return { page, sins };
};
const told = page => page.locator(".said").innerText();
const length = page => page.locator(".facts .it", { hasText: "the Dali: length" }).first();
/** The actions of the fact about the length. */
const acts = async page => {
  const fact = length(page);
  if (await fact.locator("details.whole[open]").count() === 0) await fact.locator("details.whole > summary").click();
  return fact;
};
const send = async (page, form, button) => {
  await Promise.all([page.waitForNavigation(), form.getByRole("button", { name: button }).click()]);
};

const editor = async javaScriptEnabled => {
  const { page, sins } = await open({ javaScriptEnabled });
  assert(await page.locator(".stories").getByText("1 new").count() === 1, "the story has one new conflict");
  await page.getByRole("link", { name: "The bridge" }).click();
  assert(await length(page).count() === 1, "the conflict is there");

  // Filter.
  await page.getByLabel("Verdict").selectOption("agreement");
  if (javaScriptEnabled) await page.waitForURL(/verdict=agreement/);
  else await send(page, page.locator("form.narrow"), "Show");
  assert(await length(page).count() === 0, "what agrees is no conflict");
  await page.goto(`${origin}/story?in=claims/bridge&verdict=contradiction`);

  // Accept, and take it back.
  let fact = await acts(page);
  await fact.locator("form[action='/accept']").getByLabel("It may stand, because").fill("South Post was asked");
  await fact.locator("form[action='/accept']").getByLabel("Your name").fill("Ada");
  await send(page, fact.locator("form[action='/accept']"), "Accept");
  assert((await told(page)).includes("Accepted: the Dali: length"), "it says what was done");
  assert((await length(page).innerText()).toLowerCase().includes("accepted"), "it is accepted");
  await send(page, page.locator(".masthead form.undo"), "Undo");
  assert((await told(page)).includes("Taken back"), "it says what was taken back");
  assert(!(await length(page).innerText()).includes("South Post was asked"), "it is not accepted any more");

  // Note and status; the name is remembered.
  fact = await acts(page);
  const note = fact.locator("form[action='/note']");
  assert(await note.getByLabel("Your name").inputValue() === "Ada", "the name is remembered");
  await note.getByLabel("Enquiry").selectOption("asked");
  await note.getByLabel("Note").fill("South Post, by mail");
  await send(page, note, "Save the note");
  fact = await acts(page);
  assert((await fact.locator(".steps-taken").innerText()).includes("asked by Ada"), "the step is told");
  assert((await fact.getByRole("link", { name: "Write them a letter" }).getAttribute("href")).startsWith("mailto:?subject="), "a letter is ready");

  // Not the same fact.
  await send(page, fact.locator("form[action='/same']"), "What is ticked is another fact");
  assert((await told(page)).includes("Not the same fact"), "it says so");
  assert(await page.locator(".facts .it.con").count() === 0, "there is no contradiction any more");
  await send(page, page.locator(".masthead form.undo"), "Undo");
  assert(await length(page).count() === 1, "and there it is again");

  // What can be printed is copied.
  if (javaScriptEnabled) {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const printed = (await acts(page)).locator(".print");
    await printed.getByRole("button", { name: "Copy" }).click();
    await printed.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert(copied.startsWith("Only with attribution: “289 m” (North Star") && !copied.includes("Copy"), copied);
  }

  // Two facts are one.
  await page.goto(`${origin}/story?in=claims/bridge&verdict=all`);
  fact = await acts(page);
  await Promise.all([page.waitForURL(/join/), fact.getByRole("link", { name: "Another fact is the same as this" }).click()]);
  await page.getByRole("radio").first().check();
  await send(page, page.locator("form.card"), "It is the same fact");
  assert((await page.locator("main").innerText()).includes("Whoever tells the one tells the other"), "both outlets tell both");

  // Follow, and the alignment.
  await page.getByRole("link", { name: "What is new" }).click();
  assert(await page.getByRole("heading", { name: "What is new" }).count() === 1, "there is a page of what is new");
  await page.goto(`${origin}/review?in=claims/bridge`);
  assert(await page.getByRole("heading", { level: 2 }).count() === 1, "there is a page of questions");
  // Without git the page says what is missing, and nothing else is wrong.
  assert(sins.every(it => it.includes("422")), sins.join(" | "));
};

const text = "The Dali, 1,020 feet long, struck the bridge on Tuesday.\n\nIts flag is that of Liberia, officials said. There were 24 crew members aboard.";
const checker = async javaScriptEnabled => {
  const { page, sins } = await open({ javaScriptEnabled });
  const other = (await open()).page;
  await other.goto(`${origin}/story?in=claims/bridge`);
  assert(!(await other.locator("main").innerText()).includes("West Wind"), "nobody has written it yet");

  await page.getByRole("link", { name: "Add claims" }).click();
  await page.locator("select[name=in]").selectOption({ label: "The bridge" });
  await page.getByLabel("Outlet").fill("West Wind");
  await page.getByLabel("Published").fill("2025-12-19");
  if (javaScriptEnabled) {
    await page.getByLabel("The article’s text, from a file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.waitForFunction(() => document.getElementById("text").value.length > 0);
  } else {
    await page.getByLabel("The article’s text", { exact: true }).fill(text);
  }
  await page.getByRole("button", { name: "Go on to its claims" }).click();
  await page.waitForURL(/draft/);
  const begun = Date.now();
  const click = async (words, claims) => {
    await page.locator("#sentences button", { hasText: words }).click();
    await page.locator(`#claim-${claims}`).waitFor();
  };
  await click("1,020 feet", 1);
  await click("flag", await page.locator(".draft").count() + 1);
  await click("24 crew", await page.locator(".draft").count() + 1);
  // What lacks a label or a value gets one; what is too much is struck.
  const value = "1,020 feet";
  let at = 0;
  while (at < await page.locator(".draft").count()) {
    const claim = page.locator(".draft").nth(at);
    const has = async words => (await claim.locator("[name=value]").inputValue()).includes(words);
    const is = await has(value) ? "length" : await has("Liberia") || (await claim.locator("[name=quote]").inputValue()).includes("flag") ? "flag" : await has("24") ? "crew" : null;
    if (is === null) {
      const before = await page.locator(".draft").count();
      await claim.getByRole("button", { name: /Strike/ }).click();
      await page.waitForFunction(count => document.querySelectorAll(".draft").length === count, before - 1);
      continue;
    }
    await claim.locator("[name=subject]").fill("the Dali");
    await claim.locator("[name=attribute]").fill(is);
    if (is === "flag") await claim.locator("[name=value]").fill("Liberia");
    at += 1;
  }
  assert(await page.locator(".draft").count() === 3, `three claims, and not ${await page.locator(".draft").count()}`);
  if (!javaScriptEnabled) await send(page, page.locator("#drafting"), "Read what I have typed");
  const read = page.locator(".draft", { has: page.locator(`[name=value][value="${value}"]`) }).locator(".read");
  await read.getByText("South Post").waitFor();
  assert((await read.innerText()).includes("310.896 m"), "how the value is read");
  assert((await read.innerText()).includes("contradiction"), "and what others say");
  await Promise.all([page.waitForURL(/story/), page.locator("#doing").getByRole("button", { name: /Save 3 claims/ }).click()]);
  assert((await told(page)).includes("Saved: 3 claims of West Wind"), "it says what was saved");
  assert((await length(page).innerText()).includes("1,020 feet"), "the conflict is there");

  // In the other window, which nobody has touched, it appears by itself.
  await other.locator(".facts .it", { hasText: "West Wind" }).first().waitFor({ timeout: 5_000 });
  assert(Date.now() - begun < 180_000, "three minutes are enough");
  assert(sins.length === 0, sins.join(" | "));
};

const violations = async page => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(it => `${it.id} (${it.nodes.length}): ${it.nodes[0].html.slice(0, 200)} ${it.nodes[0].failureSummary.replace(/\s+/g, " ")}`);
};
const pages = async () => {
  const paths = ["/", "/story?in=claims/bridge&verdict=all", "/story", "/review", "/review?in=claims/bridge", "/news", "/join", "/add?in=claims/bridge", "/edit?file=claims/bridge/south.toml", "/edit?file=claims/bridge/south.toml&as=text", "/story?in=nowhere"];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      const { page } = await open({ colorScheme, viewport: { width, height: 844 }, bypassCSP: true });
      const look = async name => {
        await page.evaluate(() => { for (const it of document.querySelectorAll("details")) it.open = true; });
        const found = await violations(page);
        assert(found.length === 0, `${name} ${colorScheme} ${width}: ${found.join(" | ")}`);
        const beyond = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
        assert(beyond <= 0, `${name} is ${beyond} pixels too wide at ${width}`);
        const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor) !== "rgb(255, 255, 255)";
        assert(dark === (colorScheme === "dark"), `${name} is not ${colorScheme}`);
      };
      for (const path of paths) {
        if (path === "/join") {
          await page.goto(`${origin}/story?in=claims/bridge`);
          await page.goto(await page.locator("a[href^='/join']").first().evaluate(it => it.href));
        } else {
          await page.goto(origin + path);
        }
        await look(path);
      }
      await page.goto(`${origin}/add?in=claims/bridge`);
      await page.getByLabel("Outlet").fill("West Wind");
      await page.getByLabel("The article’s text", { exact: true }).fill(text);
      await page.getByRole("button", { name: "Go on to its claims" }).click();
      await page.getByRole("button", { name: /Take all/ }).click();
      await page.locator("#claim-1").waitFor();
      await look("/draft");
    }
  }
};

const review = async () => {
  const { page, sins } = await open();
  await page.goto(`${origin}/review?in=claims/s`);
  const card = page.locator(".card").first();
  assert(await card.count() === 1, "there is a question");
  assert(await card.evaluate(it => it === document.activeElement), "the keys go to the first card");
  const ticked = () => page.locator(".card").first().locator("[type=checkbox]").first().isChecked();
  const before = await ticked();
  await page.keyboard.press("1");
  assert(await ticked() !== before, "1 ticks");
  await page.keyboard.press("1");
  const questions = await page.locator(".card").count();
  if (questions > 1) {
    await page.keyboard.press("j");
    assert(await page.locator(".card").nth(1).evaluate(it => it === document.activeElement), "j walks on");
    await page.keyboard.press("k");
  }
  const left = () => page.locator("#left").innerText();
  assert((await left()).startsWith(`${questions} question`), await left());
  const first = await card.locator("[name=item]").inputValue();
  // The keys go to the first card, wherever the focus has gone.
  await page.evaluate(() => document.activeElement.blur());
  await Promise.all([page.waitForNavigation(), page.keyboard.press("s")]);
  assert((await left()).includes("1 skipped"), `s skips: ${await left()}`);
  await page.reload();
  assert(await page.locator(`.card [name=item][value="${first}"]`).count() === 0, "what was skipped does not come back by itself");
  await page.waitForFunction(() => document.activeElement.matches(".card"));
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Ask the skipped ones again" }).click()]);
  assert(await card.locator("[name=item]").inputValue() === first, "it comes back when it is asked for");
  const asked = await card.locator("[name=item]").inputValue();
  await card.locator("[type=checkbox]").first().setChecked(true);
  await card.focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert((await told(page)).includes("Answered:"), `Enter answers: ${await told(page)}`);
  assert(await page.locator(`.card [name=item][value="${asked}"]`).count() === 0 || await page.locator(".card").count() < questions, "it is not asked again");
  await send(page, page.locator(".masthead form.undo"), "Undo");
  assert(await page.locator(".card").count() === questions, "it is asked again");
  // By touch.
  const phone = (await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })).page;
  await phone.goto(`${origin}/review?in=claims/s`);
  const box = await phone.locator(".card fieldset label").first().boundingBox();
  assert(box.height >= 44, `a finger hits ${box.height} pixels`);
  await phone.locator(".card fieldset label").first().tap();
  await Promise.all([phone.waitForNavigation(), phone.locator(".card").first().getByRole("button", { name: "Skip" }).tap()]);
  assert((await phone.locator("#left").innerText()).includes("1 skipped"), "a finger skips");
  await Promise.all([phone.waitForNavigation(), phone.locator(".card").first().getByRole("button", { name: "What is ticked" }).tap()]);
  assert(sins.length === 0, sins.join(" | "));
};

/** Whether something is in view. */
const inView = locator => locator.evaluate(it => { const { top, bottom } = it.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; });

/** What was saved is corrected; what is there already, or can't be read, is asked about. */
const mender = async javaScriptEnabled => {
  const { page, sins } = await open({ javaScriptEnabled });
  await page.goto(`${origin}/story?in=claims/bridge`);
  const fact = await acts(page);
  await Promise.all([page.waitForURL(/edit/), fact.locator("fieldset label", { hasText: "South Post" }).getByRole("link", { name: "Correct this claim" }).click()]);
  const claim = page.locator("#claim-1");
  await claim.getByLabel("Value").fill("289 m");
  if (!javaScriptEnabled) await send(page, page.locator("#doing"), "Read what I have typed");
  await page.locator("#read-1").getByText("agreement").first().waitFor();
  await claim.getByLabel("Value").fill("tweny metres");
  if (!javaScriptEnabled) await send(page, page.locator("#doing"), "Read what I have typed");
  await page.locator("#read-1").getByText("is “twenty” meant").waitFor();
  // What is meant is a click away.
  await page.locator("#read-1").getByRole("button", { name: "Write “twenty metres”" }).click();
  await page.waitForFunction(() => document.querySelector("#claim-1 [name=value]").value === "twenty metres");
  await claim.getByLabel("Value").fill("tweny metres");
  await send(page, page.locator("#doing"), /Save 2 claims/);
  await page.locator("#doubts").getByText("Nothing is saved yet").waitFor();
  assert(await claim.getByLabel("Value").inputValue() === "tweny metres", "what was typed is there");
  await claim.getByLabel("Value").fill("289 m");
  await claim.getByLabel("Quote").fill("289 m long");
  await Promise.all([page.waitForURL(/story/), page.locator("#doing").getByRole("button", { name: /Save 2 claims/ }).click()]);
  assert((await told(page)).includes("Corrected: 2 claims of South Post"), await told(page));
  await send(page, page.locator(".said form.undo"), "Undo");
  assert((await length(page).innerText()).includes("355 m"), "it is as it was");

  // The same article again.
  await page.goto(`${origin}/add?in=claims/bridge`);
  for (const [label, text] of [["Outlet", "West Wind"], ["Headline", "A ship"], ["The article’s text", "The Dali was 310 m long."]]) await page.getByLabel(label, { exact: true }).fill(text);
  await Promise.all([page.waitForURL(/draft/), page.getByRole("button", { name: "Go on to its claims" }).click()]);
  await page.locator("#sentences button").first().click();
  await page.locator("#claim-1").waitFor();
  await page.locator("#sentences button").first().click();
  await page.waitForTimeout(300);
  assert(await page.locator(".draft").count() === 1, "a second click adds nothing");
  await Promise.all([page.waitForURL(/story/), page.locator("#doing").getByRole("button", { name: /Save 1 claim/ }).click()]);
  await page.goto(`${origin}/add?in=claims/bridge`);
  for (const [label, text] of [["Outlet", "West Wind"], ["Headline", "A ship"], ["The article’s text", "The Dali was 311 m long."]]) await page.getByLabel(label, { exact: true }).fill(text);
  await Promise.all([page.waitForURL(/draft/), page.getByRole("button", { name: "Go on to its claims" }).click()]);
  await page.locator("#twin").getByText("the headline are the same").waitFor();
  await Promise.all([page.waitForNavigation(), page.locator("#twin").getByRole("button", { name: /Open that one/ }).click()]);
  assert(await page.getByRole("heading", { name: "Correct the claims of West Wind" }).count() === 1, "it opens");
  assert(sins.length === 0 || sins.every(it => it.includes("422")), sins.join(" | "));
};

/** One stays where one works. */
const place = async javaScriptEnabled => {
  const { page, sins } = await open({ javaScriptEnabled, viewport: { width: 1280, height: 500 } });
  await page.goto(`${origin}/story?in=claims/bridge&verdict=all`);
  const fact = length(page);
  assert(await fact.locator("details.whole[open]").count() === 0, "it is folded");
  await fact.locator("h4 a").click();
  await fact.locator("details.whole[open]").waitFor();
  const note = fact.locator("form[action='/note']");
  await note.getByLabel("Enquiry").selectOption("asked");
  await note.getByLabel("In charge").fill("Grace");
  await note.getByLabel("Note").fill("by mail");
  await note.getByLabel("Your name").fill("Ada");
  await note.getByRole("button", { name: "Save the note" }).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await send(page, note, "Save the note");
  await fact.locator(".said").waitFor();
  assert(await fact.locator("details.whole[open]").count() === 1, "it is unfolded still");
  assert((await fact.locator(".state.followed").innerText()).includes("asked, Grace"), "who is in charge is told");
  await page.waitForTimeout(200);
  assert(await inView(fact.locator(".said")), "what was done is said in view");
  if (javaScriptEnabled) {
    assert(Math.abs(await page.evaluate(() => scrollY) - before) < 400, "and not far from where one worked");
  }
  await send(page, fact.locator(".said"), "Undo");
  assert(await fact.locator("details.whole[open]").count() === 1, "Undo stays there, too");
  assert(sins.length === 0, sins.join(" | "));
};

const days = {
  review,
  editor: () => editor(true),
  "editor-plain": () => editor(false),
  checker: () => checker(true),
  "checker-plain": () => checker(false),
  mender: () => mender(true),
  "mender-plain": () => mender(false),
  place: () => place(true),
  "place-plain": () => place(false),
  pages,
};
try {
  await days[day]();
  console.log(`ok ${day}`);
} catch (error) {
  console.log(`FAILED ${day}: ${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
