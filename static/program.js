// The program for one visitor: in their own time, what is on now, filtered, starred. All of it is on the page without this.
// What is chosen stands in the address, so that it can be sent to others; one's own stars are kept in this browser, too.

const tools = document.querySelector(".tools");
const program = document.querySelector(".program");
const words = tools.dataset;
const fields = tools.elements;
const all = (selector, within = program) => [...within.querySelectorAll(selector)];
const place = (selector) => tools.querySelector(selector);
const STARRED = `starred ${location.pathname}`;
const DAY = 24 * 60 * 60e3;

// A preview of another day says which; otherwise it is now.
const asOf = document.querySelector('meta[name="as-of"]')?.content;
const ahead = asOf ? Date.parse(asOf) - Date.now() : 0;
const now = () => Date.now() + ahead;

const LETTERS = { ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i" }; // no letter with a mark
const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøßæœđðþı]/g, (letter) => LETTERS[letter]);

// Every session and talk. A session is found by its own words, a talk also by those of its session.
const entries = all(".session, .talk").map((element) => {
  const { id, start, end } = element.dataset;
  const session = element.closest(".session");
  const lineup = session.querySelector(".lineup")?.textContent ?? "";
  const own = session.textContent.replace(lineup, () => " ");
  const text = plain(element === session ? own : `${own} ${element.textContent}`);
  const name = element.querySelector(element === session ? ".what" : ".about");
  const title = name.textContent.trim().replace(/\s+/g, " ");
  return { element, id, name, title, session, text, start: Date.parse(start), end: Date.parse(end) };
});
const known = new Map(entries.map((entry) => [entry.id, entry]));
const stars = (text) => new Set((text ?? "").split(",").filter((id) => known.has(id)));
const from = new URLSearchParams(location.search);
const starred = stars(from.get("starred") ?? recall());
let starring = false; // whether a star was set or taken away on this visit

function recall() {
  try {
    return localStorage.getItem(STARRED);
  } catch {
    return ""; // where nothing may be remembered
  }
}

// Of the stars that somebody sent, only one that is set or taken away here changes one's own.
function star(id) {
  const change = starred.has(id) ? "delete" : "add";
  const mine = stars(recall());
  for (const set of [starred, mine]) set[change](id);
  try {
    localStorage.setItem(STARRED, [...mine].join());
  } catch {
    // The address has it.
  }
  starring = true;
  show();
}

function addStar(entry) {
  if (entry.element.matches(".break, .lunch")) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "star", ariaLabel: `${words.mine}: ${entry.title}` });
  button.addEventListener("click", () => star(entry.id));
  entry.name.after(button);
  entry.star = button;
}

// Starred ones at the same time; not a session and a talk in it, nor two posters of one session.
function clashes() {
  const chosen = entries.filter(({ id, start, end }) => starred.has(id) && start < end).sort((a, b) => a.start - b.start);
  return chosen.flatMap((one, index) =>
    chosen
      .slice(index + 1)
      .filter((other) => other.start < one.end && other.session !== one.session)
      .map((other) => [one, other]),
  );
}

// One calendar of all that is starred, made of those of each.
async function download() {
  try {
    const files = await Promise.all([...starred].map(load));
    const parts = (name) => files.flatMap((file) => file.match(new RegExp(`BEGIN:${name}\r\n[^]*?END:${name}\r\n`, "g")) ?? []);
    const [head] = files[0].split(/(?=BEGIN:VTIMEZONE|BEGIN:VEVENT)/);
    save([head, ...new Set(parts("VTIMEZONE")), ...parts("VEVENT"), "END:VCALENDAR\r\n"]);
  } catch {
    place("[role=status]").textContent = words.failed;
  }
}

async function load(id) {
  const answer = await fetch(`${encodeURIComponent(id)}.ics`);
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  return answer.text();
}

function save(parts) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "text/calendar" }));
  link.download = "program.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
}

// What is asked for: the fields that are not empty.
function asked() {
  const chosen = [...new FormData(tools)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
  return { ...Object.fromEntries(chosen), ...(fields.only.ariaPressed === "true" && { only: "yes" }) };
}

function wanted({ q = "", room, track, only }) {
  const parts = plain(q).split(/\s+/);
  return entries.filter(
    ({ id, session, text }) =>
      parts.every((part) => text.includes(part)) &&
      (!room || session.dataset.room?.split("; ").includes(room)) &&
      (!track || session.dataset.track === track) &&
      (!only || starred.has(id) || starred.has(session.dataset.id)),
  );
}

function show() {
  const { times, ...filters } = asked();
  const filtered = Object.keys(filters).length > 0;
  const found = new Set(wanted(filters).map(({ element }) => element));
  for (const { element, id, star } of entries) {
    element.hidden = !found.has(element) && !all(".talk", element).some((talk) => found.has(talk));
    if (star) star.ariaPressed = starred.has(id);
  }
  // what is left stands in a list: in a grid there would be holes
  for (const list of all(".band > .sessions")) list.className = filtered ? "sessions" : (list.dataset.as ??= list.className);
  for (const box of all(".band, .day")) box.hidden = !all(".session", box).some((session) => !session.hidden);
  const some = words.some.replace("{shown}", found.size).replace("{all}", entries.length);
  place("[role=status]").textContent = !filtered ? "" : found.size ? some : words.none;
  place("[type=reset]").hidden = !filtered;
  place(".count").textContent = starred.size;
  fields.download.hidden = !starred.size;
  warn(clashes(), starring || filters.only);
  mark();
  keep();
}

// Nothing may move when the page comes up, so they are told to whoever sets stars or looks at them.
function warn(pairs, told) {
  const both = new Set(pairs.flat());
  for (const entry of entries) entry.element.classList.toggle("clash", both.has(entry));
  const lines = pairs.map(([one, other]) => {
    const line = document.createElement("li");
    line.textContent = words.clash.replace("{one}", () => one.title).replace("{other}", () => other.title);
    return line;
  });
  place(".clashes").replaceChildren(...(told ? lines : []));
}

// What is chosen, in the address.
function keep() {
  const chosen = new URLSearchParams({ ...asked(), ...(starred.size && { starred: [...starred].join() }) });
  const search = String(chosen).replaceAll("%2C", ",");
  history.replaceState(null, "", location.pathname + (search && `?${search}`) + location.hash);
}

const times = all("time[datetime*=T]").map((element) => {
  const day = element.closest(".day").querySelector("h2 time").dateTime;
  return { element, day, group: element.closest("p, li"), at: new Date(element.dateTime), written: element.textContent };
});
const nextDays = all(".next-day").map((element) => ({ element, time: element.querySelector("time"), written: [...element.childNodes] }));
const zones = all(".zone").map((element) => ({ element, written: element.textContent }));
const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short" });
const local = (at) => new Date(at - at.getTimezoneOffset() * 60e3).toISOString(); // as the clock on the wall shows it

// A time on another day than the one it stands under, or behind, says which.
function switchTimes() {
  const own = fields.times?.value === "own";
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ");
  let last = {};
  for (const { element, day, group, at, written } of times) {
    const known = local(at).startsWith(group === last.group ? last.day : day);
    element.textContent = own ? (known ? "" : `${weekday.format(at)} `) + local(at).slice(11, 16) : written;
    last = { group, day: local(at).slice(0, 10) };
  }
  for (const { element, time, written } of nextDays) element.replaceChildren(...(own ? [time] : written));
  for (const { element, written } of zones) element.textContent = own ? words.own.replace("{zone}", zone) : written;
}

// What is on, and which sessions begin next.
function mark() {
  const coming = entries.filter(({ element, start }) => element.matches(".session") && start > now() && start < now() + DAY);
  const next = Math.min(...coming.map(({ start }) => start));
  for (const { element, start, end } of entries) {
    const session = element.matches(".session");
    const state = start <= now() && now() < end ? "now" : session && start === next ? "next" : "";
    if (element.dataset.state === state) continue;
    element.dataset.state = state;
    element.querySelector(":scope > .state")?.remove();
    if (!state || !(session || element.querySelector(":scope > .date"))) continue;
    const label = document.createElement("span");
    label.className = "state";
    label.textContent = words[state];
    element.prepend(label);
  }
  const shown = (state) => program.querySelector(`.session[data-state=${state}]:not([hidden])`);
  const first = shown("now") ?? shown("next");
  const on = place(".on");
  on.hidden = !first;
  if (!first) return;
  on.href = `#${first.id}`;
  on.textContent = first.dataset.state === "now" ? words.on : words.coming;
}

function startAnew() {
  for (const field of all("input, select:not([name=times])", tools)) field.value = "";
  fields.only.ariaPressed = "false";
  show();
  (fields.q ?? fields.only).focus();
}

function fill() {
  for (const field of all("input, select", tools)) {
    field.value = from.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  fields.only.ariaPressed = from.has("only");
  const same = times.every(({ element, at }) => element.dateTime.startsWith(local(at).slice(0, 16)));
  if (same && place(".times")) place(".times").hidden = true;
}

fill();
entries.forEach(addStar);
switchTimes();
show();
tools.hidden = false;
tools.addEventListener("input", () => (switchTimes(), show()));
tools.addEventListener("submit", (event) => event.preventDefault());
tools.addEventListener("reset", (event) => (event.preventDefault(), startAnew()));
fields.only.addEventListener("click", () => {
  fields.only.ariaPressed = fields.only.ariaPressed !== "true";
  show();
});
fields.download.addEventListener("click", download);
addEventListener("popstate", keep);
setInterval(mark, 60e3);
document.addEventListener("visibilitychange", mark);
