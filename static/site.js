// What depends on the moment and on the visitor: what has passed, what is left, local times, colours, copying.
// Everything is on the page without it; with it, a page that nobody has built anew is right all the same.

const root = document.documentElement;
const { lang } = root;
const words = document.body.dataset;
const MINUTE = 60e3, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

// A preview of another day says which; otherwise it is now.
const asOf = document.querySelector('meta[name="as-of"]')?.content;
const ahead = asOf ? Date.parse(asOf) - Date.now() : 0;
const now = () => Date.now() + ahead;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const end = (entry) => Date.parse(entry.dataset.end);
// Where it stands among the others: a range with its first day.
const order = ({ dataset: { day, end } }) => Date.parse(day ? `${day}T23:59:59-12:00` : end);

function decide() {
  for (const element of all("[data-since], [data-until]")) {
    const { since, until } = element.dataset;
    element.hidden = now() < Date.parse(since) || now() >= Date.parse(until);
  }
  all(".dates").forEach(mark);
  for (const entry of all("[data-end]")) {
    const own = entry.querySelector(".own");
    if (!own) continue;
    tell(own, "remaining", remaining(entry));
    tell(own, "yours", yours(entry));
  }
}

// Which dates have passed, and which comes next: in time, not in the order of the list.
function mark(list) {
  const entries = all("[data-end]", list);
  const [next] = entries.filter((entry) => now() < end(entry)).sort((a, b) => order(a) - order(b));
  for (const entry of entries) {
    entry.className = entry === next ? "next" : now() < end(entry) ? "" : "passed";
    tell(entry.querySelector(".status"), "is", list.dataset[entry.className] ?? "");
  }
}

// Put a word into a line of status, or take it out.
function tell(line, name, text) {
  let place = line.querySelector("." + name);
  if (!place) {
    place = document.createElement("span");
    place.className = name;
    name === "is" ? line.prepend(place, " ") : line.append(" ", place);
  }
  place.textContent = text;
  place.hidden = !text;
}

// "in 50 days", "tomorrow", "in 5 hours": never more than there is. A bare day is counted in days.
function remaining(entry) {
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  const { day } = entry.dataset;
  if (day) {
    const today = new Date(now());
    const days = (Date.parse(day) - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / DAY;
    return days < 0 ? "" : relative.format(days, "day");
  }
  const time = end(entry) - now();
  const [unit, length] = time > 2 * DAY ? ["day", DAY] : time > HOUR ? ["hour", HOUR] : ["minute", MINUTE];
  return time < 0 ? "" : relative.format(Math.floor(time / length), unit);
}

// The visitor's own reading of an instant to come, where it is not the one that stands there.
function yours(entry) {
  const time = entry.querySelector(".date time[datetime*=T], .big time[datetime*=T]");
  if (!time || end(entry) < now()) return "";
  const at = new Date(time.dateTime);
  const own = new Date(at - at.getTimezoneOffset() * MINUTE).toISOString();
  if (own.startsWith(time.dateTime.slice(0, 16))) return "";
  const parts = { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "numeric" };
  return `${words.yourTime}: ${new Intl.DateTimeFormat(lang, { ...parts, timeZoneName: "short" }).format(at)}`;
}

// Light, dark, or as the system has it: remembered on this device alone.
function colours() {
  const group = document.querySelector(".theme");
  if (!group) return;
  const choose = (value) => {
    value ? (root.dataset.theme = value) : delete root.dataset.theme;
    for (const button of group.children) button.ariaPressed = button.value === value;
  };
  choose(recall());
  group.hidden = false;
  group.addEventListener("click", ({ target }) => {
    if (!target.matches("button")) return;
    choose(target.value);
    remember(target.value);
  });
}

function recall() {
  try {
    return localStorage.getItem("theme") ?? "";
  } catch {
    return ""; // where nothing may be remembered
  }
}

function remember(value) {
  try {
    localStorage.setItem("theme", value);
  } catch {
    // It holds for this page.
  }
}

// A button beside each block of code.
function copying() {
  if (!navigator.clipboard) return;
  for (const block of all(".prose pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.textContent);
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    const box = document.createElement("div");
    box.className = "code";
    block.before(box);
    box.append(button, block);
  }
}

colours();
decide();
copying();
setInterval(decide, MINUTE);
document.addEventListener("visibilitychange", decide);
