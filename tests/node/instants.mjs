// Paths of calendars in; for each, what ical.js reads of its entries out, as JSON: [identity, start, end].

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function instant(time) {
  if (!time) return null;
  if (time.zone === ICAL.Timezone.localTimezone) return time.toString();
  return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().slice(0, 19) + "Z";
}

function entries(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf-8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return [event.uid, instant(event.startDate), instant(event.endDate)];
  });
}

console.log(JSON.stringify(process.argv.slice(2).map(entries)));
