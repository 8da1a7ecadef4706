// Marks of charts over time that do not stand where the ticks beside them say, or are others than the table's rows.
const complaints = [];
const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const number = (words) => {
  const [, sign, digits, scale] = words.match(/^([-−]?)([\d,.]+)\s*(\w*)/) ?? [];
  return digits && (sign ? -1 : 1) * Number(digits.replaceAll(",", "")) * (scales[scale] ?? 1);
};
const days = (words) => Date.parse(words + (/T|^\d{4}-/.test(words) ? "" : " UTC")) / 86400e3;
// Where a value stands, by the two ticks that lie furthest apart.
const placed = (ticks, value, along) => {
  const [first, last] = [ticks[0], ticks.at(-1)];
  const part = (along(value) - along(first.value)) / (along(last.value) - along(first.value));
  return first.at + part * (last.at - first.at);
};
for (const svg of document.querySelectorAll("svg:has(g.mark[data-day])")) {
  const name = svg.id || svg.querySelector("title").textContent;
  const marks = [...svg.querySelectorAll("g.mark[data-claim][data-day][data-value]")];
  if (marks.length !== svg.querySelectorAll("g.mark").length) complaints.push(`${name}: a mark does not say what it is`);
  const rows = svg.closest("figure")?.querySelectorAll("table tbody tr").length;
  if (rows !== undefined && rows !== marks.length) complaints.push(`${name}: ${marks.length} marks, ${rows} rows`);
  const along = svg.querySelector("g.plot").dataset.scale === "log" ? Math.log10 : (value) => value;
  const middle = (line, side, size) => { const box = line.getBBox(); return box[side] + box[size] / 2; };
  const values = [];
  const dates = [];
  let last = null;
  for (const child of svg.querySelector("g.values").children) {
    if (child.localName === "text") values.push({ value: number(child.textContent), at: middle(last, "y", "height") });
    last = child;
  }
  let year = "";
  const labels = [...svg.querySelector("g.days").children];
  labels.forEach((child, i) => {
    if (child.localName !== "text" || labels[i - 1].localName === "text") return;
    const below = labels[i + 1]?.localName === "text" ? labels[i + 1].textContent : "";
    const words = child.textContent;
    year = below || (/^\d{4}$/.test(words) ? words : year);
    const day = /^\d{4}$/.test(words) ? `${words}-01-01` : `${/^\d/.test(words) ? "" : "1 "}${words} ${year}`;
    dates.push({ value: days(day), at: middle(labels[i - 1], "x", "width") });
  });
  const stands = marks.map((mark) => {
    const shape = mark.querySelector("circle, [transform]");
    const moved = shape.transform.baseVal[0]?.matrix;
    const x = moved ? moved.e : shape.cx.baseVal.value;
    const y = moved ? moved.f : shape.cy.baseVal.value;
    return { x: x - Number(mark.dataset.shift ?? 0), y, day: days(mark.dataset.day), value: Number(mark.dataset.value), claim: mark.dataset.claim };
  });
  for (const one of stands) {
    if (values.length > 1 && Math.abs(placed(values, one.value, along) - one.y) > 1) complaints.push(`${name}: ${one.claim} (${one.value}) stands at y ${one.y}, its ticks say ${placed(values, one.value, along)}`);
    if (dates.length > 1 && Math.abs(placed(dates, one.day, (day) => day) - one.x) > 1) complaints.push(`${name}: ${one.claim} stands at x ${one.x}, its ticks say ${placed(dates, one.day, (day) => day)}`);
    for (const other of stands) {
      if (one.day < other.day && one.x >= other.x) complaints.push(`${name}: ${one.claim} is earlier than ${other.claim} and right of it`);
      if (one.value < other.value && one.y <= other.y) complaints.push(`${name}: ${one.claim} is less than ${other.claim} and above it`);
    }
  }
}
return complaints;
