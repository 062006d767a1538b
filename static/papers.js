// Search in a list of papers, and filters: what is asked for stands in the address, so that it can be shared.
// The list is whole without it; what it takes to search is loaded when somebody is about to.

const form = document.querySelector(".search");
const { lang } = document.documentElement;
const status = form.querySelector("[role=status]");
const clear = form.querySelector("[type=reset]");
const groups = [...document.querySelectorAll(".group")];
const places = new Map(
  [...document.querySelectorAll(".papers > li")].map((item) => [item.id.slice("paper-".length), { item, list: item.parentElement }]),
);
const results = document.createElement("ol");
results.className = "papers";
const flat = document.createElement("div");
flat.className = "group";
flat.hidden = true;
flat.append(results);
groups[0].before(flat);

const asListed = form.elements.order.options[0].text;

let papers; // a promise of them, and of a search in them
const load = () => (papers ??= search().catch(failed));

async function search() {
  const [answer, { indexed }] = await Promise.all([
    fetch(form.dataset.index),
    import(new URL(form.dataset.search, document.baseURI)),
  ]);
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  return indexed((await answer.json()).papers);
}

function failed() {
  papers = undefined;
  status.textContent = form.dataset.failed;
  return undefined;
}

// What is asked for: the fields of the form that are not empty.
const asked = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

const TESTS = {
  track: (paper, value) => paper.track === value,
  kind: (paper, value) => paper.kind === value,
  award: (paper, value) => paper.award?.includes(value),
  keyword: (paper, value, fold) => paper.keyword?.some((each) => fold(each) === fold(value)),
};
const SORTED = { title: (paper) => paper.title, author: (paper) => paper.sort ?? "", number: (paper) => paper.number ?? "" };
const { compare } = new Intl.Collator(lang, { numeric: true, sensitivity: "base", ignorePunctuation: true });

let latest = 0;
async function apply() {
  const wanted = asked();
  const turn = ++latest;
  const active = Object.keys(wanted).length > 0;
  const known = active && (await load());
  form.ariaBusy = null;
  if (turn !== latest || (active && !known)) return;
  clear.hidden = !active;
  form.elements.order.options[0].text = wanted.q ? form.dataset.best : asListed;
  if (!active) return show(undefined);
  let found = wanted.q ? known.search(wanted.q) : known.papers;
  for (const [name, fits] of Object.entries(TESTS)) if (wanted[name]) found = found.filter((paper) => fits(paper, wanted[name], known.fold));
  const key = SORTED[wanted.order];
  if (key) found = found.toSorted((a, b) => compare(key(a), key(b)));
  show(found, Boolean(wanted.q || key));
}

// All papers as they stand; or those found, in their groups or in an order of their own.
function show(found, ordered = false) {
  const shown = found && new Set(found.map(({ id }) => id));
  for (const [id, { item, list }] of places) {
    list.append(item);
    item.hidden = shown ? !shown.has(id) : false;
  }
  if (ordered) results.append(...found.map(({ id }) => places.get(id)?.item).filter(Boolean));
  flat.hidden = !ordered;
  for (const group of groups) group.hidden = ordered || !group.querySelector(".papers > li:not([hidden])");
  const { some, none } = form.dataset;
  status.textContent = !found ? "" : found.length ? some.replace("{shown}", found.length).replace("{all}", places.size) : none;
}

// The form as an address asks for it; a keyword that only one paper has is no choice yet.
function fill() {
  const from = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = from.get(field.name) ?? "";
    if (field.options && value && ![...field.options].some((option) => option.value === value) && field.name in TESTS) {
      field.add(new Option(value, value));
    }
    field.value = value;
    if (field.selectedIndex === -1) field.value = "";
  }
}

// One step back undoes one choice, or all that was typed at once.
function remember(typing) {
  const query = new URLSearchParams(asked()).toString();
  const address = location.pathname + (query && "?" + query) + location.hash;
  history[typing && history.state?.typing ? "replaceState" : "pushState"]({ typing }, "", address);
}

function changed({ target }) {
  remember(target.name === "q");
  apply();
}

function startAnew() {
  for (const field of form.elements) if (field.name) field.value = "";
  remember(false);
  apply();
}

form.addEventListener("focusin", load, { once: true });
form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  startAnew();
  form.elements.q.focus();
});
form.elements.q.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !form.elements.q.value) return;
  event.preventDefault();
  form.elements.q.value = "";
  changed({ target: form.elements.q });
});
addEventListener("popstate", () => {
  fill();
  apply();
});

fill();
form.ariaBusy = Object.keys(asked()).length > 0 ? "true" : null;
form.hidden = false;
apply();
