// What was to be read when an article was chosen: on a telephone the one that comes in its place lies below the list.
let opening = null;
function showOpened() {
  const reading = opening && document.querySelector("#newsdesk-article .reading");
  if (!reading || reading === opening) return;
  opening = null;
  const { top, bottom } = reading.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2 || bottom < 0) reading.scrollIntoView({ block: "start" });
}

// What a click in our own HTML does: it says so in a box out of sight, and the server does it.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.('button[name="act"]');
  if (!button) return;
  const view = button.closest("#newsdesk-archive") ? "archive-action" : "action";
  const box = document.querySelector(`#newsdesk-${view} textarea, #newsdesk-${view} input`);
  box.value = button.value;
  if (button.value.startsWith("read:")) opening = document.querySelector("#newsdesk-article .reading") ?? button;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  // Gradio hears a text when it is entered
  box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", bubbles: true, cancelable: true }));
  // what was clicked goes with the answer: the next question is what the reader writes
  if (view === "action") document.querySelector("#newsdesk-question textarea").focus({ preventScroll: true });
});

// A mark in an answer opens its card at the quote. Cards come after the answer: a click before that waits for them.
let waiting = null;
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#source-"]');
  if (!link) return;
  event.preventDefault();
  waiting = link.hash.slice(1);
  openWaiting();
});

function openWaiting() {
  const card = waiting && document.getElementById(waiting)?.closest("details.card");
  if (!card) return;
  card.dataset.quote = waiting.replace("source", "quote");
  waiting = null;
  // the card itself, and the fold that holds an earlier answer's cards
  for (let fold = card; fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const summary = card.querySelector("summary");
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
  showQuote(card);
  // on a telephone the text of a card may reach below the screen
  document.getElementById(card.dataset.quote)?.scrollIntoView({ block: "nearest" });
}

// "toggle" does not bubble: it is caught on its way down
document.addEventListener("toggle", (event) => {
  if (event.target.open && event.target.matches?.("details.card")) showQuote(event.target);
}, true);

function showQuote(card) {
  const text = card.querySelector(".text");
  const mark = document.getElementById(card.dataset.quote) ?? text?.querySelector("mark");
  if (!mark) return;
  // a third of the way down: the sentences before a quote say who speaks
  const distance = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += distance - text.clientHeight / 3;
}

// A menu of Gradio 6.31 that hears Tab opens again after it has closed, and lies over the page from then on.
document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && event.target.matches?.('[role="combobox"]')) event.stopPropagation();
}, true);

// Taking an answer away: the server has written it into boxes out of sight.
const written = (name) => document.querySelector(`#newsdesk-${name} textarea, #newsdesk-${name} input`)?.value ?? "";
document.addEventListener("click", (event) => {
  if (event.target.closest?.("#newsdesk-copy")) navigator.clipboard.writeText(written("copied"));
  if (event.target.closest?.("#newsdesk-share")) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written("shared")], { type: "text/markdown" }));
    link.download = "newsdesk.md";
    link.click();
    URL.revokeObjectURL(link.href);
  }
});

// Gradio 6.31 reads a message's source aloud, tags and all, and gives its two buttons no name.
// As `ask` and `stop` in `texts/`; a test holds them to be the same.
const NAMES = { en: ["Ask", "Stop"], de: ["Fragen", "Anhalten"], fr: ["Demander", "Arrêter"], es: ["Preguntar", "Detener"] };
const spoken = navigator.language.slice(0, 2);
const language = spoken in NAMES ? spoken : "en";
document.documentElement.lang = language;
const [ask, stop] = NAMES[language];
new MutationObserver(() => {
  openWaiting();
  showOpened();
  for (const message of document.querySelectorAll("#newsdesk-chatbot [data-testid][aria-label]")) message.removeAttribute("aria-label");
  // the bars say nothing that the cards do not, and their parts have no names
  for (const plot of document.querySelectorAll("#newsdesk-plot :is(svg, canvas):not([aria-hidden])")) plot.setAttribute("aria-hidden", "true");
  for (const button of document.querySelectorAll("#newsdesk-question button:not([aria-label])"))
    button.setAttribute("aria-label", button.dataset.testid === "stop-button" ? stop : ask);
}).observe(document, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
