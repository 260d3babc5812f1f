// In a timeline that stands in a frame: tells the page around it how high it is. The frame is sandboxed, so its origin
// is "null" and the page matches the window instead.

if (parent !== self) {
  const root = document.documentElement;
  const tell = () =>
    parent.postMessage({ type: "contacts-timeline", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
  addEventListener("load", tell);
  root.classList.add("framed");
}
