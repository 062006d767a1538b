// The program, for one visitor: in their time, what is on now, filtered, and starred. All of it stands on the page without this.
// What is chosen is kept in the address, so that it can be sent to others, and the stars also in this browser.

const program = document.querySelector(".program");
const tools = document.querySelector(".tools");
const words = program.dataset;
const { lang } = document.documentElement;
const all = (selector, within = program) => [...within.querySelectorAll(selector)];
const fields = tools.elements;
const KEY = "starred:" + location.pathname;

// A preview of another day says which; otherwise it is now.
const asOf = document.querySelector('meta[name="as-of"]')?.content;
const ahead = asOf ? Date.parse(asOf) - Date.now() : 0;
const now = () => Date.now() + ahead;

// Sessions and talks: `own` is what a search finds, a session also by its talks and a talk also by its session.
const entries = all(".session, .talk").map((element) => {
  const { id, start, end } = element.dataset;
  const title = element.querySelector(".what").textContent.trim();
  const session = element.closest(".session");
  return { element, id, title, session, start: Date.parse(start), end: Date.parse(end), isTalk: element !== session };
});
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const asked = new URLSearchParams(location.search);
const starred = new Set((asked.get("starred") ?? recall()).split(",").filter((id) => byId.has(id)));

// ---- stars

function recall() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // where nothing may be remembered
  }
}

function remember() {
  try {
    localStorage.setItem(KEY, [...starred].join());
  } catch {
    // The address has it.
  }
}

function addStars() {
  for (const { element, id, title } of entries) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "star";
    button.ariaLabel = `${words.star}: ${title}`;
    button.addEventListener("click", () => {
      starred.delete(id) || starred.add(id);
      remember();
      show();
    });
    element.querySelector(".what").after(button);
  }
}

// Two starred entries at one time; a session and a talk in it are no two.
function overlaps() {
  const chosen = [...starred].map((id) => byId.get(id)).filter(({ start, end }) => start && end);
  chosen.sort((a, b) => a.start - b.start);
  return chosen.flatMap((one, index) =>
    chosen
      .slice(index + 1)
      .filter((other) => other.start < one.end && one.session !== other.session)
      .map((other) => [one, other]),
  );
}

// One calendar of all that is starred, made of the calendars of each, which the site has.
async function download() {
  const files = await Promise.all([...starred].map((id) => fetch(`../program/${id}.ics`).then((answer) => answer.text())));
  const zones = new Set(files.flatMap((file) => file.match(/BEGIN:VTIMEZONE[^]*?END:VTIMEZONE\r\n/g) ?? []));
  const events = files.flatMap((file) => file.match(/BEGIN:VEVENT[^]*?END:VEVENT\r\n/g) ?? []);
  const head = files[0].slice(0, files[0].search(/BEGIN:(VTIMEZONE|VEVENT)/));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([head, ...zones, ...events, "END:VCALENDAR\r\n"], { type: "text/calendar" }));
  link.download = "program.ics";
  link.click();
  URL.revokeObjectURL(link.href);
}

// ---- what is shown

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(entries.map(({ element }) => [element, fold(element.textContent)]));

// A talk is found by its own words or, where its session is, by those of the session's own lines.
function wanted() {
  const { q, room, track } = Object.fromEntries(new FormData(tools));
  const parts = fold(q ?? "").split(/\s+/).filter(Boolean);
  const only = fields.only.ariaPressed === "true";
  const fits = ({ element, id, session }) =>
    parts.every((part) => texts.get(element).includes(part)) &&
    (!room || session.dataset.room?.split("\n").includes(room)) &&
    (!track || session.dataset.track === track) &&
    (!only || starred.has(id));
  return new Set(entries.filter(fits).map(({ element }) => element));
}

function show() {
  const found = wanted();
  const filtered = found.size < entries.length;
  const has = (element) => all(".session, .talk", element).some((inner) => found.has(inner));
  for (const { element, id, session, isTalk } of entries) {
    const talks = !isTalk && all(".talk", element);
    // all talks of a session that is itself what was looked for, and the session of a talk that was
    const inside = isTalk && found.has(session) && !all(".talk", session).some((talk) => found.has(talk));
    element.hidden = !(found.has(element) || inside || (talks && has(element)));
    element.querySelector(".star").ariaPressed = starred.has(id);
  }
  for (const box of all("section, .band")) box.hidden = filtered && !has(box);
  const clashes = overlaps();
  for (const { element } of entries) element.classList.toggle("clash", clashes.flat().some((each) => each.element === element));
  tools.querySelector(".count").textContent = starred.size;
  tools.querySelector(".starred").hidden = !starred.size;
  tools.querySelector(".none").hidden = found.size > 0;
  tools.querySelector(".clashes").replaceChildren(
    ...clashes.map(([one, other]) => {
      const line = document.createElement("li");
      line.textContent = words.clash.replace("{one}", one.title).replace("{other}", other.title);
      return line;
    }),
  );
  keep();
}

// What is chosen, in the address.
function keep() {
  const { q, room, track, times } = Object.fromEntries(new FormData(tools));
  const only = fields.only.ariaPressed === "true" ? "yes" : "";
  const chosen = { q, room, track, times, starred: [...starred].join(), only };
  const search = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  history.replaceState(null, "", search.size ? `?${search}${location.hash}` : location.pathname + location.hash);
}

// ---- times

const times = all("time[datetime*=T]").map((element) => ({ element, written: element.textContent, at: new Date(element.dateTime) }));
const clock = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = new Intl.DateTimeFormat(lang, { weekday: "short" });
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const isElsewhere = times.some(({ element, at }) => local(at) !== element.dateTime.slice(0, 16));

function local(at) {
  return new Date(at - at.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);
}

// A time that lies on another day than the one it stands under says which.
function switchTimes() {
  const mine = fields.times?.value === "own";
  for (const { element, written, at } of times) {
    const moved = mine && local(at).slice(0, 10) !== element.dateTime.slice(0, 10);
    element.textContent = mine ? (moved ? `${weekday.format(at)} ` : "") + clock.format(at) : written;
  }
  for (const place of document.querySelectorAll(".zone")) {
    place.dataset.written ??= place.textContent;
    place.textContent = mine ? words.own.replace("{zone}", own.replaceAll("_", " ")) : place.dataset.written;
  }
}

// What is on, and what begins next.
function mark() {
  const coming = entries.filter(({ start }) => start > now());
  const first = Math.min(...coming.map(({ start }) => start));
  const soon = first - now() < 24 * 3600e3;
  for (const { element, start, end } of entries) {
    const state = start <= now() && now() < end ? "now" : soon && start === first ? "next" : "";
    const label = element.querySelector(":scope > .state, :scope > * > .state");
    element.dataset.state = state;
    if (label) label.textContent = state && words[state];
  }
}

// ---- beginning

function begin() {
  for (const name of ["q", "room", "track", "times"]) if (fields[name] && asked.has(name)) fields[name].value = asked.get(name);
  if (asked.has("only")) fields.only.ariaPressed = "true";
  if (fields.times) fields.times.closest("label").hidden = !isElsewhere;
  addStars();
  switchTimes();
  mark();
  show();
  tools.hidden = false;
  tools.addEventListener("input", () => (switchTimes(), show()));
  tools.addEventListener("submit", (event) => event.preventDefault());
  fields.only.addEventListener("click", () => {
    fields.only.ariaPressed = fields.only.ariaPressed !== "true";
    show();
  });
  fields.download.addEventListener("click", download);
  setInterval(mark, 60e3);
  document.addEventListener("visibilitychange", mark);
}

begin();
