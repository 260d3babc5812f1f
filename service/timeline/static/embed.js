// In a page with framed timelines: gives each frame the height of what it holds, up to `data-max-height` (1600 pixels if
// the frame gives none); beyond, the frame scrolls.
(() => {
  const server = new URL(document.currentScript.src).origin + "/";
  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "contacts-timeline" || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source && frame.src.startsWith(server))
        frame.height = Math.min(data.height + 2, +frame.dataset.maxHeight || 1600);
  });
})();
