// Links without a target, ids given twice, and addresses that are none of the web.
const complaints = [];
const ids = new Set();
for (const element of document.querySelectorAll("[id]")) {
  if (ids.has(element.id)) complaints.push(`id ${element.id} twice`);
  ids.add(element.id);
}
for (const element of document.querySelectorAll("[href], [*|href]")) {
  const href = element.getAttribute("href") ?? element.getAttributeNS("http://www.w3.org/1999/xlink", "href");
  if (href === null || (element.localName === "link" && href.startsWith("data:"))) continue;
  if (href.startsWith("#")) {
    if (!ids.has(decodeURIComponent(href.slice(1)))) complaints.push(`${href} leads nowhere`);
  } else if (!/^https?:\/\//i.test(href)) {
    complaints.push(`${href} is no address of the web`);
  } else if (!element.relList?.contains("noopener")) {
    complaints.push(`${href} without rel=noopener`);
  }
}
for (const element of document.querySelectorAll("[aria-labelledby], [aria-describedby], [for], [headers]")) {
  for (const name of ["aria-labelledby", "aria-describedby", "for", "headers"]) {
    for (const id of (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean)) {
      if (!ids.has(id)) complaints.push(`${name}=${id} names nothing`);
    }
  }
}
return complaints;
