// What sticks out of the page to the right: the page scrolls sideways, or it is cut off.
const root = document.documentElement;
// Parts that scroll by themselves, and such as only a screen reader is told.
const isSetApart = (element) => {
  for (let up = element; up && up !== document.body; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (/auto|scroll/.test(style.overflowX) || (up.clientWidth <= 1 && style.overflowX === "hidden")) return true;
  }
  return false;
};
const out = [...document.body.querySelectorAll("*")].filter((element) => {
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.right > innerWidth + 0.5 && !element.closest("svg > *") && !isSetApart(element);
});
if (root.scrollWidth <= innerWidth && !out.length) return [];
// The innermost ones say most.
const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
const short = (e) => e.localName + (e.id ? "#" + e.id : "") + [...e.classList].map((c) => "." + c).join("");
const name = (e) => [...new Set([e.closest("[class]"), e.parentElement?.parentElement, e.parentElement, e])].filter(Boolean).map(short).join(" > ");
return [`${root.scrollWidth} pixels in a window of ${innerWidth}: ` + innermost.slice(0, 4).map(name).join(", ")];
