// Headings, language, and images that stand for figures.
const complaints = [];
if (!document.documentElement.lang) complaints.push("html has no lang");
if (!document.title.trim()) complaints.push("no title");
if (!document.querySelector("main")) complaints.push("no main");
let level = 0;
let ones = 0;
for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
  const own = Number(heading.localName[1]);
  if (own === 1) ones += 1;
  if (own > level + 1) complaints.push(`h${own} after h${level}: ${heading.textContent.trim().slice(0, 60)}`);
  level = own;
}
if (ones !== 1) complaints.push(`${ones} h1`);
for (const svg of document.querySelectorAll("svg")) {
  if (svg.getAttribute("aria-hidden") === "true") continue;
  const has = (name) => [...svg.children].some((child) => child.localName === name && child.textContent.trim());
  if (svg.getAttribute("role") !== "img") complaints.push(`svg ${svg.id} is no image`);
  if (!has("title")) complaints.push(`svg ${svg.id} has no title`);
  if (!has("desc")) complaints.push(`svg ${svg.id} has no desc`);
  if (svg.querySelector("g.mark[data-day]")) {
    const table = svg.closest("figure")?.querySelector("table");
    const follows = table && svg.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!follows) complaints.push(`svg ${svg.id} has no table after it`);
  }
}
for (const table of document.querySelectorAll("table")) {
  if (!table.querySelector("th[scope]")) complaints.push(`table ${table.id} ${table.caption?.textContent ?? ""} has no th with a scope`);
}
return complaints;
