// Text that does not stand out against what is behind it: WCAG 2, 4.5 to 1, or 3 to 1 where it is large.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const pen = canvas.getContext("2d", { willReadFrequently: true });
const known = new Map();
// Any colour that CSS has, as red, green, blue and alpha.
function rgba(color) {
  if (!known.has(color)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    known.set(color, [r, g, b, a / 255]);
  }
  return known.get(color);
}
const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
const light = (color) => {
  const [r, g, b] = color.slice(0, 3).map((part) => {
    part /= 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const canvasColor = rgba(getComputedStyle(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff");
const behind = new Map();
function background(element) {
  if (!element) return canvasColor;
  if (!behind.has(element)) {
    const own = rgba(getComputedStyle(element).backgroundColor);
    behind.set(element, own[3] === 1 ? own : over(own, background(element.parentElement)));
  }
  return behind.get(element);
}
const complaints = new Map();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const words = texts.currentNode.data.trim();
  const element = texts.currentNode.parentElement;
  if (!words || element.closest("title, desc, style, defs")) continue;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) continue;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) continue;
  const style = getComputedStyle(element);
  const isSvg = element instanceof SVGElement;
  const back = background(element);
  let front = rgba(isSvg ? style.fill : style.color);
  let opacity = front[3];
  for (let up = element; up; up = up.parentElement) opacity *= Number(getComputedStyle(up).opacity);
  front = over([...front.slice(0, 3), opacity], back);
  const [one, two] = [light(front), light(back)].sort((a, b) => b - a);
  const ratio = (one + 0.05) / (two + 0.05);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  if (ratio < (isLarge ? 3 : 4.5) - 0.005) {
    const kind = element.localName + (element.classList.length ? "." + [...element.classList].join(".") : "");
    if (!complaints.has(kind)) complaints.set(kind, `${kind} has ${ratio.toFixed(2)} to 1: ${words.slice(0, 40)}`);
  }
}
return [...complaints.values()];
