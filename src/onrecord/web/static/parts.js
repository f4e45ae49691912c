// A page comes in part by part: its own address with other filters, or what one of its forms
// brings, takes the place of what is shown without loading the page anew. Whatever fails is loaded
// plainly, as everything is without this file.

const PARTS = [".mast", "#then", "main"];
const SAID = "#then, h1, main > .done, .item > header, .chosen h2, .nothing, .pager span";

const find = (selector, within = document) => within.querySelector(selector);
const path = (url) => url.pathname + url.search;

let shown = path(location);
let entry = history.state?.entry ?? 0; // counts what was brought in, along the history
const tops = new Map(); // how far each entry was scrolled
let asking = null; // the request under way; a later one ends it
let sending = false; // whether it may change the record: then nothing else is begun

/** Puts the parts of another document in the place of those of this one, and says what is new. */
export const put = (next, parts = PARTS) => {
  const pairs = parts.map((part) => [find(part), find(part, next)]);
  if (pairs.flat().includes(null)) throw new Error("another kind of page");
  pairs.forEach(([old, fresh]) => old.replaceWith(document.adoptNode(fresh)));
  document.title = next.title;
  const said = [...document.querySelectorAll(SAID)].map((one) => one.innerText.trim());
  find("#told").textContent = [...new Set(said)].filter(Boolean).join(". ");
};

/** The page that came as an answer. */
export const page = async (answer) =>
  new DOMParser().parseFromString(await answer.text(), "text/html");

/** Brings in what a request answers; `plainly` is done where that fails. */
const bring = async (request, { push = false, then, plainly }) => {
  asking?.abort();
  const mine = (asking = new AbortController());
  addEventListener("beforeunload", () => mine.abort(), { signal: mine.signal });
  sending = request.method === "POST";
  find("main").setAttribute("aria-busy", "true");
  let answer = null;
  try {
    answer = await fetch(request, { signal: mine.signal });
    const next = await page(answer);
    const url = new URL(answer.url);
    if (url.pathname !== location.pathname || !(answer.ok || sending)) throw new Error("elsewhere");
    url.hash = new URL(request.url).hash;
    put(next);
    if (push) {
      tops.set(entry, scrollY);
      history.scrollRestoration = "manual";
      history.pushState({ entry: ++entry }, "", url);
    }
    shown = path(location);
    then();
  } catch {
    if (!mine.signal.aborted) plainly(answer);
  } finally {
    mine.abort();
    if (asking === mine) {
      asking = null;
      sending = false;
      find("main").removeAttribute("aria-busy");
    }
  }
};

const scroll = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
  else scrollTo(0, tops.get(entry) ?? 0);
};

/** Focus goes on where it was, else to what is new. */
const focus = (selector) => {
  const field = selector && find(selector);
  field?.focus({ preventScroll: true });
  if (!field || document.activeElement !== field) find("main").focus({ preventScroll: true });
  tops.delete(entry); // what comes anew begins at its top
  scroll();
};

/** Where a field or button stands, for the same one in another document. */
const place = (field) => {
  const form = field?.closest("form");
  if (!form || !(form.id || form.className)) return null;
  const owner = form.id ? `#${form.id}` : `form.${form.className}`;
  return `${owner} ${field.localName}${field.name ? `[name="${field.name}"]` : ""}`;
};

const isHere = (url) => url.origin === location.origin && url.pathname === location.pathname;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([target], [download])");
  const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || other || event.defaultPrevented) return;
  const url = new URL(link.getAttribute("href"), location.href);
  if (!isHere(url) || path(url) === shown) return;
  event.preventDefault();
  if (sending) return;
  bring(new Request(url), { push: true, then: focus, plainly: () => location.assign(url) });
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const url = new URL(form.getAttribute("action"), location.href);
  if (event.defaultPrevented || !isHere(url)) return;
  event.preventDefault();
  if (sending) return;
  const pairs = [...new FormData(form)];
  const button = event.submitter;
  if (button?.name) pairs.push([button.name, button.value]);
  const where = place(document.activeElement);
  const then = () => focus(where);
  if (form.method === "post") {
    const request = new Request(url, { method: "POST", body: new URLSearchParams(pairs) });
    // Sent twice, a decision is refused by what it says that it has seen.
    const plainly = (answer) => (answer ? location.assign(answer.url) : form.submit());
    bring(request, { push: true, then, plainly });
  } else {
    url.search = new URLSearchParams(pairs.filter(([, value]) => value));
    const push = path(url) !== shown;
    bring(new Request(url), { push, then, plainly: () => location.assign(url) });
  }
});

addEventListener("popstate", () => {
  tops.set(entry, scrollY);
  entry = history.state?.entry ?? 0;
  if (path(location) === shown) scroll();
  else bring(new Request(location), { then: scroll, plainly: () => location.reload() });
});

addEventListener("pagehide", () => {
  history.scrollRestoration = "auto"; // for who comes back from another page
});
