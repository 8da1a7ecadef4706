// From here on, every element that gets the focus is remembered, with how it shows that.
window.focused = [];
addEventListener("focusin", (event) => {
  const style = getComputedStyle(event.target);
  const shows = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  window.focused.push([event.target, shows]);
});
return document.querySelectorAll("a[href], summary, input, button, select, textarea, [tabindex]").length;
