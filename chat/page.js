// A mark in an answer opens its card; an opened card shows its quote.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#source-"]');
  const card = link && document.getElementById(link.hash.slice(1));
  if (!card) return;
  event.preventDefault();
  // the card itself, and the fold that holds an earlier answer's cards
  for (let fold = card; fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const summary = card.querySelector("summary");
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
});

// The link below an answer asks again without the time in the question.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.('a[href="#any-time"]')) return;
  event.preventDefault();
  document.getElementById("newsdesk-any-time").click();
  // the link goes with the answer: the next question is what the reader writes
  document.querySelector("#newsdesk-question textarea").focus();
});

// "toggle" does not bubble: it is caught on its way down
document.addEventListener("toggle", (event) => {
  const card = event.target;
  if (!card.open || !card.matches?.("details.card")) return;
  const text = card.querySelector(".text");
  const mark = text?.querySelector("mark");
  if (!mark) return;
  // a third of the way down: the sentences before a quote say who speaks
  const distance = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += distance - text.clientHeight / 3;
}, true);

// Gradio 6.31 reads a message's source aloud, tags and all, and gives its two buttons no name.
const NAMES = { "submit-button": "Ask", "stop-button": "Stop" };
new MutationObserver(() => {
  for (const message of document.querySelectorAll("#newsdesk-chatbot [data-testid][aria-label]")) message.removeAttribute("aria-label");
  for (const button of document.querySelectorAll("#newsdesk-question button:not([aria-label])"))
    button.setAttribute("aria-label", NAMES[button.dataset.testid] ?? "Ask");
}).observe(document, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
