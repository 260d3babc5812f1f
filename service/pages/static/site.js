// Conveniences of the pages; without script they work all the same.

for (const field of document.querySelectorAll(".copyable textarea")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  field.parentElement.after(button);
}

// Names to choose from while one writes.
const box = document.querySelector(".search input");
if (box) {
  const list = document.createElement("datalist");
  list.id = "names";
  box.setAttribute("list", list.id);
  box.after(list);
  let waiting, asked;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = box.value.trim();
      if (text.length < 2 || text === asked) return;
      asked = text;
      const answer = await fetch("/suggest?" + new URLSearchParams({ q: text }));
      if (!answer.ok || box.value.trim() !== text) return;
      const names = await answer.json();
      list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
    }, 120);
  });
}
