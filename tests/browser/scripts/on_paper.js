// What a printed page does not show: folded parts, and what is cut off or sticks out at its edge.
const complaints = [];
for (const details of document.querySelectorAll("details:not([open])")) {
  for (const child of details.children) {
    if (child.localName !== "summary" && child.textContent.trim() && !child.checkVisibility()) {
      complaints.push(`details ${details.id} ${details.querySelector("summary")?.textContent.trim().slice(0, 40)} stays folded`);
      break;
    }
  }
}
for (const element of document.body.querySelectorAll("*")) {
  const style = getComputedStyle(element);
  if (element.clientWidth > 1 && /auto|scroll|hidden/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
    complaints.push(`${element.localName} ${element.id} ${element.className} is cut off`);
  }
}
return complaints;
