// Judging with single keys, and name and token remembered: the name for good, the token until the tab is closed.

const fields = { author: localStorage, token: sessionStorage };
for (const [name, store] of Object.entries(fields)) {
  for (const field of document.querySelectorAll(`input[name=${name}]`)) {
    field.value ||= store.getItem(`review-${name}`) ?? "";
  }
}

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", () => {
    for (const [name, store] of Object.entries(fields)) {
      const field = form.querySelector(`input[name=${name}]`);
      if (field?.value) store.setItem(`review-${name}`, field.value);
    }
  });
}
// A token that was refused is not kept.
if (document.querySelector("[role=alert]")) sessionStorage.removeItem("review-token");

const keys = { s: "same", n: "not_same", " ": "later", u: "undo" };
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, button, a, summary, [popover]")) return;
  const button = document.querySelector(`button[value="${keys[event.key]}"]`);
  if (!button) return;
  event.preventDefault();
  button.closest("details")?.setAttribute("open", "");
  button.form.requestSubmit(button);
});
