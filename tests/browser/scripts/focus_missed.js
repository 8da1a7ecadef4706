// What can be used and was not reached by the tab key, or does not show that it was.
const name = (element) => `${element.localName} ${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}`;
const reached = new Map(window.focused);
const complaints = [];
for (const element of document.querySelectorAll("a[href], summary, input, button, select, textarea, [tabindex]")) {
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  if (!reached.has(element)) complaints.push(`${name(element)} cannot be reached`);
  else if (!reached.get(element)) complaints.push(`${name(element)} does not show the focus`);
}
return complaints;
