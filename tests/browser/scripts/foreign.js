// Elements and attributes that run or load something, or that an article would have made.
const complaints = [];
const foreign = "script, iframe, object, embed, base, form, img, video, audio, source, foreignObject, meta[http-equiv=refresh], x-hostile";
for (const element of document.querySelectorAll(foreign)) complaints.push(`<${element.localName}>`);
for (const element of document.querySelectorAll("*")) {
  for (const attribute of element.attributes) {
    if (/^on/i.test(attribute.name)) complaints.push(`${element.localName} ${attribute.name}`);
    if (/^(src|srcset|action|formaction|data)$/i.test(attribute.name)) complaints.push(`${element.localName} ${attribute.name}`);
    if (/url\(\s*['"]?(?!#)/i.test(attribute.value) && attribute.name === "style") complaints.push(`${element.localName} style=${attribute.value}`);
  }
}
for (const style of document.querySelectorAll("style")) {
  if (/x-hostile|@import/.test(style.textContent)) complaints.push("words of an article in <style>");
}
return complaints;
