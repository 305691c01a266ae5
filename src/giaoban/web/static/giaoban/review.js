// The review page by keyboard and without page loads. Every step here is also a form that works without script.

const root = document.documentElement;
const review = document.getElementById("review");
const rows = document.getElementById("rows");
const words = document.getElementById("words");
const faults = document.getElementById("faults");
const help = document.getElementById("help");
const keysOn = document.getElementById("keys-on");
const KEYS_OFF = "giaoban.keys-off";

root.classList.add("scripted");

const shown = () => [...rows.querySelectorAll(".row")].filter((row) => row.offsetParent !== null);
const current = () => rows.querySelector(".row.current");
const rowOf = (pk) => rows.querySelector(`.row[data-pk="${CSS.escape(pk)}"]`);

function select(row, { focus = true, scroll = true } = {}) {
  current()?.classList.remove("current");
  words.querySelectorAll(".current").forEach((mark) => mark.classList.remove("current"));
  if (!row) return;
  row.classList.add("current");
  const marks = words.querySelectorAll(`[data-pk="${CSS.escape(row.dataset.pk)}"]`);
  marks.forEach((mark) => mark.classList.add("current"));
  if (focus) row.focus({ preventScroll: true });
  if (scroll) row.scrollIntoView({ block: "nearest" });
  if (marks[0]) bringIntoWords(marks[0]);
}

// Scroll the text inside its own pane: scrollIntoView would move the page too.
function bringIntoWords(mark) {
  const place = mark.getBoundingClientRect().top - words.getBoundingClientRect().top;
  if (place < 24 || place > words.clientHeight - 60) words.scrollTop += place - words.clientHeight / 3;
}

function step(by) {
  const list = shown();
  const at = list.indexOf(current());
  select(list[Math.min(Math.max(at + by, 0), list.length - 1)]);
}

// After a decision: the next one that still waits, else the next one.
function advance(from) {
  const list = [...rows.querySelectorAll(".row")];
  const after = list.slice(list.indexOf(from) + 1);
  const next = after.find((row) => row.dataset.state === "pending" && matchesFilter(row));
  select(next ?? from);
}

const matchesFilter = (row) => {
  const wanted = review.dataset.xem;
  return !wanted || wanted === "pending" || row.dataset.kind === wanted;
};

async function ask(address, body) {
  const options = { headers: { Accept: "application/json" }, credentials: "same-origin" };
  if (body) Object.assign(options, { method: "POST", body });
  try {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.json();
  } catch {
    tell([review.dataset.lost]);
    return null;
  }
}

function tell(sentences) {
  faults.replaceChildren(
    ...sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })),
  );
}

function take(answer, { redraw = true } = {}) {
  tell(answer.faults);
  for (const [name, count] of Object.entries(answer.counts)) {
    document.querySelectorAll(`[data-count="${name}"]`).forEach((place) => (place.textContent = count));
  }
  document.getElementById("pictures").innerHTML = answer.pictures; // printed and escaped by our own server
  for (const [pk, meaning] of Object.entries(answer.meanings)) {
    words.querySelectorAll(`[data-pk="${CSS.escape(pk)}"]`).forEach((mark) => (mark.dataset.state = meaning.state));
  }
  if (redraw) for (const [pk, html] of Object.entries(answer.rows)) replaceRow(pk, html);
}

function replaceRow(pk, html) {
  const before = rowOf(pk);
  const template = document.createElement("template");
  template.innerHTML = html;
  const after = template.content.querySelector(".row");
  const wasCurrent = before.classList.contains("current");
  before.replaceWith(after);
  if (wasCurrent) select(after, { scroll: false });
}

async function decide(verb, pks) {
  if (!pks.length) return;
  const body = new FormData(document.getElementById("decide"));
  body.delete("chosen");
  pks.forEach((pk) => body.append("chosen", pk));
  body.set(verb, "chosen");
  const answer = await ask(review.dataset.decide, body);
  if (!answer) return;
  const last = rowOf(pks.at(-1));
  const position = last.dataset.position;
  take(answer);
  const redrawn = document.getElementById(`muc-${position}`);
  if (!answer.faults.length) return advance(redrawn);
  select(redrawn);
  if (verb === "accept" && pks.length === 1) openFault(redrawn);
}

// A yes that fails for an open field: open the boxes at that field.
async function openFault(row) {
  if (!row.querySelector(".fault")) return;
  const said = [...faults.children].map((line) => line.textContent);
  await edit(row);
  tell(said);
  const open = [...document.querySelectorAll(".edit [data-fault]")].find((place) => place.textContent);
  open?.closest(".field").querySelector("input")?.focus();
}

const chosen = () => [...rows.querySelectorAll('input[name="chosen"]:checked')].map((box) => box.value);

async function edit(row) {
  const link = row.querySelector("[data-edit]");
  if (!link) return;
  select(row);
  const answer = await ask(link.dataset.edit);
  if (!answer) return;
  take(answer);
  rowOf(row.dataset.pk).querySelector(".edit [name=value], .edit [name=action]")?.focus();
}

async function closeEditor(row) {
  const form = row.querySelector("form[data-autosave]");
  if (!form) return;
  await settle(form);
  const answer = await ask(form.action, fields(form));
  if (answer) take(answer);
}

const fields = (form, submitter) => {
  const body = new FormData(form);
  if (submitter?.name) body.set(submitter.name, submitter.value);
  return body;
};

async function correct(form, submitter) {
  clearTimeout(timers.get(form));
  const pk = form.closest(".row").dataset.pk;
  const answer = await ask(form.action, fields(form, submitter));
  if (!answer) return;
  take(answer);
  const row = rowOf(pk);
  if (submitter?.name === "accept" && !answer.faults.length) advance(row);
  else select(row);
}

// Autosave: a moment after the last keystroke, one request at a time, the newest words last.
const timers = new Map();
const saving = new Map();

function autosave(form) {
  clearTimeout(timers.get(form));
  kept(form, review.dataset.saving);
  timers.set(form, setTimeout(() => save(form), 350));
}

async function save(form) {
  await saving.get(form);
  const going = ask(form.action, fields(form)).then((answer) => {
    if (answer && form.isConnected) showMeaning(form, answer);
  });
  saving.set(form, going);
  await going;
}

async function settle(form) {
  clearTimeout(timers.get(form));
  await saving.get(form);
}

function showMeaning(form, answer) {
  take(answer, { redraw: false });
  const meaning = answer.meanings[form.closest(".row").dataset.pk];
  form.querySelectorAll("[data-fault]").forEach((place) => (place.textContent = meaning.faults[place.dataset.fault] ?? ""));
  const says = form.querySelector("[data-says]");
  if (says) says.textContent = meaning.says;
  kept(form, review.dataset.saved);
}

function kept(form, sentence) {
  const place = form.querySelector("[data-kept]");
  if (place) place.textContent = sentence;
}

function filter(kind) {
  review.dataset.xem = kind;
  document.querySelectorAll("#kinds [data-xem]").forEach((link) => {
    if (link.dataset.xem === kind) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  const asked = new URLSearchParams(location.search);
  if (kind) asked.set("xem", kind);
  else asked.delete("xem");
  history.replaceState(null, "", `?${asked}`);
}

const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const pressing = (target) => target.closest("a, button, summary, input");

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => act("accept"),
  x: () => act("reject"),
  e: () => current() && edit(current()),
  "?": () => help.showModal(),
};

for (const place of [1, 2, 3]) KEYS[place] = () => pick(place);

// A suggested indicator by its number: chosen, and then still to be accepted.
function pick(place) {
  const button = current()?.querySelectorAll(".pick")[place - 1];
  if (button) correct(button.form, button);
}

function act(verb) {
  const row = current();
  if (row?.querySelector(`[data-act="${verb}"]`)) decide(verb, [row.dataset.pk]);
}

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open) return;
  if (event.key === "Escape") {
    const row = event.target.closest(".row") ?? current();
    if (row) closeEditor(row);
    return;
  }
  if (localStorage.getItem(KEYS_OFF) || typing(event.target)) return;
  const inRows = rows.contains(event.target);
  if (event.key === "A" && event.shiftKey) return stop(event, () => decide("accept", chosen()));
  if (event.key === "ArrowDown" && inRows) return stop(event, KEYS.j);
  if (event.key === "ArrowUp" && inRows) return stop(event, KEYS.k);
  if (event.key === "Enter" && inRows && !pressing(event.target)) return stop(event, KEYS.a);
  if (event.key === " " && inRows && !pressing(event.target)) return stop(event, toggle);
  if (KEYS[event.key.toLowerCase()] && !event.shiftKey) return stop(event, KEYS[event.key.toLowerCase()]);
  if (event.key === "?") return stop(event, KEYS["?"]);
}

function stop(event, then) {
  event.preventDefault();
  then();
}

function toggle() {
  const box = current()?.querySelector('input[name="chosen"]');
  if (box) box.checked = !box.checked;
}

if (rows) {
  document.addEventListener("keydown", press);
  rows.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    const button = event.target.closest("[data-act]");
    const link = event.target.closest("[data-edit]");
    if (button) return stop(event, () => (select(row, { focus: false }), decide(button.dataset.act, [row.dataset.pk])));
    if (link) return stop(event, () => edit(row));
    if (event.target.closest("[data-goto]")) return stop(event, () => select(row));
    const other = document.getElementById(event.target.closest("a")?.hash.slice(1) ?? "");
    if (other?.matches(".row")) return stop(event, () => (other.offsetParent === null && filter(""), select(other)));
    if (row && !typing(event.target) && !pressing(event.target)) select(row, { scroll: false });
  });
  rows.addEventListener("submit", (event) => {
    if (event.target.matches("[data-correct]")) stop(event, () => correct(event.target, event.submitter));
  });
  rows.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (form) autosave(form);
  });
  rows.addEventListener("focusin", (event) => {
    const row = event.target.closest(".row");
    if (row && row !== current()) select(row, { focus: false, scroll: false });
  });
  words.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-pk]");
    const row = mark && rowOf(mark.dataset.pk);
    if (row) stop(event, () => (row.offsetParent === null && filter(""), select(row)));
  });
  document.getElementById("decide")?.addEventListener("submit", (event) => {
    stop(event, () => decide(event.submitter?.name ?? "accept", chosen()));
  });
  document.getElementById("choose-all")?.addEventListener("change", (event) => {
    for (const row of shown()) {
      const box = row.querySelector('input[name="chosen"]');
      // What still lacks a field cannot be accepted: it stays for a person to look at.
      if (box) box.checked = event.target.checked && row.dataset.state === "pending" && !row.querySelector(".fault");
    }
  });
  const asked = location.hash.match(/^#(?:muc|cho)-(\d+)$/);
  const opened = rows.querySelector(".row[data-opened]");
  const start = asked ? document.getElementById(`muc-${asked[1]}`) : opened;
  select(start ?? shown().find((row) => row.dataset.state === "pending") ?? shown()[0], { focus: Boolean(start), scroll: Boolean(start) });
}

document.getElementById("kinds")?.addEventListener("click", (event) => {
  const link = event.target.closest("[data-xem]");
  if (link) stop(event, () => filter(link.dataset.xem));
});
document.getElementById("help-open")?.addEventListener("click", () => help.showModal());
keysOn.checked = !localStorage.getItem(KEYS_OFF);
keysOn.addEventListener("change", () => {
  if (keysOn.checked) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, "1");
});
