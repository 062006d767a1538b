// The program for one visitor: in their own time, what is on now, filtered, starred. All of it is on the page without this.
// What is chosen stands in the address, so that it can be sent to others; one's own stars are kept in this browser, too.

const tools = document.querySelector(".tools");
const program = document.querySelector(".program");
const words = tools.dataset;
const fields = tools.elements;
const { lang } = document.documentElement;
const all = (selector, within = program) => [...within.querySelectorAll(selector)];
const status = tools.querySelector("[role=status]");
const clear = tools.querySelector("[type=reset]");
const KEY = `starred ${location.pathname}`;
const DAY = 24 * 60 * 60e3;

// A preview of another day says which; otherwise it is now.
const asOf = document.querySelector('meta[name="as-of"]')?.content;
const ahead = asOf ? Date.parse(asOf) - Date.now() : 0;
const now = () => Date.now() + ahead;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Every session and talk. A session is found by its own words, a talk also by those of its session.
const entries = all(".session, .talk").map((element) => {
  const { id, start, end } = element.dataset;
  const name = element.querySelector(element.matches(".talk") ? ".about" : ".what");
  const session = element.closest(".session");
  const lineup = session.querySelector(".lineup")?.textContent;
  const own = lineup ? session.textContent.replace(lineup, " ") : session.textContent;
  const text = fold(element === session ? own : `${own} ${element.textContent}`);
  return { element, id, name, title: name.textContent.trim(), session, text, start: Date.parse(start), end: Date.parse(end) };
});
const known = new Map(entries.map((entry) => [entry.id, entry]));
const from = new URLSearchParams(location.search);
const stars = (text) => new Set((text ?? "").split(",").filter((id) => known.has(id)));
const mine = stars(recall());
const starred = from.has("starred") ? stars(from.get("starred")) : new Set(mine);

function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return ""; // where nothing may be remembered
  }
}

// Also a star on a program that somebody sent is one's own.
function star(id) {
  const add = !starred.delete(id);
  if (add) starred.add(id);
  add ? mine.add(id) : mine.delete(id);
  try {
    localStorage.setItem(KEY, [...mine].join());
  } catch {
    // The address has it.
  }
  show();
}

function addStars() {
  for (const { element, id, name, title } of entries) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "star";
    button.ariaLabel = `${words.star}: ${title}`;
    button.addEventListener("click", () => star(id));
    name.after(button);
    element.button = button;
  }
}

// Starred ones at the same time; not a session and a talk in it, nor two posters of one session.
function clashes() {
  const chosen = [...starred].map((id) => known.get(id)).filter(({ start, end }) => start && end);
  chosen.sort((a, b) => a.start - b.start);
  return chosen.flatMap((one, index) =>
    chosen.slice(index + 1).filter((other) => other.start < one.end && other.session !== one.session).map((other) => [one, other]),
  );
}

// One calendar of all that is starred, made of those of each.
async function download() {
  try {
    const files = await Promise.all(
      [...starred].map(async (id) => {
        const answer = await fetch(`${encodeURIComponent(id)}.ics`);
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.text();
      }),
    );
    const parts = (name) => files.flatMap((file) => file.match(new RegExp(`BEGIN:${name}[^]*?END:${name}\r\n`, "g")) ?? []);
    const head = files[0].slice(0, files[0].search(/BEGIN:(VTIMEZONE|VEVENT)/));
    save([head, ...new Set(parts("VTIMEZONE")), ...parts("VEVENT"), "END:VCALENDAR\r\n"]);
  } catch {
    status.textContent = words.failed;
  }
}

function save(parts) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "text/calendar" }));
  link.download = "program.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DAY / 1440);
}

// What is asked for: the fields that are not empty.
function asked() {
  const chosen = Object.fromEntries([...new FormData(tools)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  return fields.only.ariaPressed === "true" ? { ...chosen, only: "yes" } : chosen;
}

function wanted({ q = "", room, track, only }) {
  const parts = fold(q).split(/\s+/);
  return entries.filter(
    ({ id, session, text }) =>
      parts.every((part) => text.includes(part)) &&
      (!room || session.dataset.room?.split("; ").includes(room)) &&
      (!track || session.dataset.track === track) &&
      (!only || starred.has(id) || starred.has(session.dataset.id)),
  );
}

function show() {
  const found = new Set(wanted(asked()).map(({ element }) => element));
  const filtered = found.size < entries.length;
  for (const { element, id } of entries) {
    element.hidden = !found.has(element) && !all(".talk", element).some((talk) => found.has(talk));
    element.button.ariaPressed = starred.has(id);
  }
  // what is left stands in a list: in a grid there would be holes
  for (const list of all(".band > .sessions")) list.className = filtered ? "sessions" : (list.dataset.as ??= list.className);
  for (const box of all(".band, .day")) box.hidden = filtered && !all(".session", box).some((session) => !session.hidden);
  clear.hidden = !filtered;
  status.textContent = !found.size ? words.none : filtered ? words.some.replace("{shown}", found.size).replace("{all}", entries.length) : "";
  tools.querySelector(".count").textContent = starred.size;
  fields.download.disabled = !starred.size;
  warn(clashes());
  keep();
}

function warn(pairs) {
  const both = new Set(pairs.flat());
  for (const entry of entries) entry.element.classList.toggle("clash", both.has(entry));
  tools.querySelector(".clashes").replaceChildren(
    ...pairs.map(([one, other]) => {
      const line = document.createElement("li");
      line.textContent = words.clash.replace("{one}", one.title).replace("{other}", other.title);
      return line;
    }),
  );
}

// What is chosen, in the address.
function keep() {
  const search = String(new URLSearchParams({ ...asked(), ...(starred.size && { starred: [...starred].join() }) })).replaceAll("%2C", ",");
  history.replaceState(null, "", location.pathname + (search && `?${search}`) + location.hash);
}

const times = all("time[datetime*=T]").map((element) => {
  const written = [...element.parentNode.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && element.parentNode.matches(".next-day"));
  const day = element.closest(".day").querySelector("h2 time").dateTime;
  return { element, day, at: new Date(element.dateTime), text: element.textContent, around: written.map((node) => [node, node.data]) };
});
const clock = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = new Intl.DateTimeFormat(lang, { weekday: "short" });
const local = (at) => new Date(at - at.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);

// A time on another day than the one it stands under says which.
function switchTimes() {
  const own = fields.times?.value === "own";
  for (const { element, day, at, text, around } of times) {
    const other = local(at).slice(0, 10) !== day;
    element.textContent = own ? (other ? `${weekday.format(at)} ` : "") + clock.format(at) : text;
    for (const [node, data] of around) node.data = own ? "" : data;
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ");
  for (const place of all(".zone")) {
    place.dataset.written ??= place.textContent;
    place.textContent = own ? words.own.replace("{zone}", zone) : place.dataset.written;
  }
}

// What is on, and what begins next.
function mark() {
  const coming = entries.map(({ start }) => start).filter((start) => start > now() && start < now() + DAY);
  const next = Math.min(...coming);
  const on = tools.querySelector(".on");
  on.hidden = true;
  for (const { element, name, start, end } of entries) {
    const state = start <= now() && now() < end ? "now" : start === next && element.matches(".session") ? "next" : "";
    if (element.dataset.state === state) continue;
    element.dataset.state = state;
    name.querySelector(".state")?.remove();
    if (!state) continue;
    const label = document.createElement("span");
    label.className = "state";
    label.textContent = words[state];
    name.prepend(label, " ");
  }
  const first = program.querySelector('.session[data-state="now"], .session[data-state="next"]');
  if (!first) return;
  on.href = `#${first.id}`;
  on.hidden = false;
}

function startAnew(event) {
  event.preventDefault();
  for (const field of tools.querySelectorAll("input, select:not([name=times])")) field.value = "";
  fields.only.ariaPressed = "false";
  show();
  fields.q?.focus();
}

for (const name of ["q", "room", "track", "times"]) {
  if (!fields[name] || !from.has(name)) continue;
  fields[name].value = from.get(name);
  if (fields[name].selectedIndex === -1) fields[name].value = "";
}
fields.only.ariaPressed = String(from.has("only"));
const place = tools.querySelector(".times");
if (place && times.every(({ element, at }) => element.dateTime.startsWith(local(at)))) place.hidden = true;
addStars();
mark();
switchTimes();
show();
tools.hidden = false;
tools.addEventListener("input", () => (switchTimes(), show()));
tools.addEventListener("submit", (event) => event.preventDefault());
tools.addEventListener("reset", startAnew);
fields.only.addEventListener("click", () => {
  fields.only.ariaPressed = String(fields.only.ariaPressed !== "true");
  show();
});
fields.download.addEventListener("click", download);
setInterval(mark, 60e3);
document.addEventListener("visibilitychange", mark);
