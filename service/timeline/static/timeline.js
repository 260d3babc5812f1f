// <contacts-timeline src="https://…/embed/timeline?person=…">What to show meanwhile</contacts-timeline>
//
// Puts the timeline that the server renders at `src` into the element's shadow. It is read as a document, which runs
// nothing and asks nothing of the page's Content-Security-Policy but `connect-src` and `script-src` for the server.
// Its style sheet is adopted, not linked; --ct-* properties and ::part() reach into it.

const sheet = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  return sheet;
};
let style;

const read = (url) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onload = () => {
      const found = request.status === 200 && request.responseXML?.querySelector(".ct");
      found ? done(found) : failed(new Error(`${url}: ${request.status}`));
    };
    request.onerror = () => failed(new Error(`${url} cannot be reached`));
    request.send();
  });

customElements.define(
  "contacts-timeline",
  class extends HTMLElement {
    static observedAttributes = ["src"];
    #root = this.attachShadow({ mode: "open" });
    #said = document.createElement("p");
    #shown = document.createElement("slot");
    #asked = 0;
    #near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#begin(), {
      rootMargin: "600px",
    });

    constructor() {
      super();
      this.#said.setAttribute("role", "status");
      this.#said.className = "ct-said";
      this.#said.hidden = true;
      this.#root.append(this.#shown, this.#said);
      this.#root.addEventListener("click", (event) => this.#follow(event));
    }

    connectedCallback() {
      this.#near.observe(this);
    }

    disconnectedCallback() {
      this.#near.disconnect();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#near.observe(this);
    }

    #begin() {
      this.#near.disconnect();
      this.#show(new URL(this.getAttribute("src"), document.baseURI));
    }

    async #show(url, focus) {
      const asked = ++this.#asked;
      try {
        if (!/^https?:$/.test(url.protocol)) throw new Error(`${url} is no address of the web`);
        style ??= sheet(new URL("timeline.css", import.meta.url));
        const [found, adopted] = await Promise.all([read(url), style]);
        if (asked !== this.#asked) return;
        for (const link of found.querySelectorAll("a[href]")) link.setAttribute("href", link.href.baseVal ? new URL(link.href.baseVal, url) : link.href);
        this.#root.adoptedStyleSheets = [adopted];
        const timeline = document.importNode(found, true);
        this.#shown.replaceWith(timeline);
        this.#shown = timeline;
        this.#said.hidden = false;
        this.#said.textContent = timeline.querySelector(".ct-count")?.textContent ?? "";
        if (focus) {
          timeline.scrollIntoView({ block: "nearest" });
          timeline.querySelector(".ct-title")?.focus({ preventScroll: true });
        }
        this.dispatchEvent(new CustomEvent("load"));
      } catch (error) {
        if (asked === this.#asked) this.dispatchEvent(new CustomEvent("error", { detail: error }));
      }
    }

    // The chart and the links to further pages change what is shown; all other links lead away as links do.
    #follow(event) {
      const link = event.target.closest?.(".ct-chart a, .ct-pages a");
      if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.#show(new URL(link.getAttribute("href"), document.baseURI), true);
    }
  },
);
