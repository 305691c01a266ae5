// Handing in: files dropped, pasted or chosen go up one after another, each with its own progress and its own answer.

const form = document.getElementById("hand-in");
const drop = document.getElementById("drop");
const input = document.getElementById("files");
const text = document.getElementById("text");
const title = document.getElementById("title");
const list = document.getElementById("sent");
const box = document.getElementById("sent-box");
const say = form.dataset;
const KEPT = "giaoban.pasted";

const make = (tag, fill = {}) => Object.assign(document.createElement(tag), fill);

// What is being typed outlives a closed laptop.
const before = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
text.value ||= before.text ?? "";
title.value ||= before.title ?? "";
const keep = () => localStorage.setItem(KEPT, JSON.stringify({ text: text.value, title: title.value }));
text.addEventListener("input", keep);
title.addEventListener("input", keep);

function line(name) {
  const item = make("li");
  const head = make("p");
  head.append(make("b", { textContent: name }));
  const state = make("p", { textContent: say.sending });
  const bar = make("progress", { max: 1, value: 0 });
  bar.setAttribute("aria-label", name);
  item.append(head, bar, state);
  list.append(item);
  box.hidden = false;
  return { item, state, bar };
}

function send(body, shown) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) shown.bar.value = event.loaded / event.total;
    };
    request.upload.onload = () => {
      shown.bar.removeAttribute("value"); // sent; how long the reading takes nobody knows
      shown.state.textContent = say.reading;
    };
    request.onload = () => done(request.response?.outcomes?.[0] ?? null);
    request.onerror = request.onabort = () => done(null);
    request.send(body);
  });
}

function finish(shown, outcome, again) {
  shown.bar.remove();
  shown.state.textContent = outcome ? outcome.sentence : say.failed;
  shown.state.classList.toggle("bad", !outcome?.stored);
  if (outcome?.stored) shown.item.append(make("a", { href: outcome.href, textContent: say.open }));
  if (outcome) return;
  const retry = make("button", { type: "button", className: "button quiet small", textContent: say.again });
  retry.addEventListener("click", () => (shown.item.remove(), again()));
  shown.item.append(retry);
}

function bodyWith(fill) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  fill(body);
  return body;
}

async function sendFile(file) {
  const shown = line(file.name);
  if (file.size > Number(say.limit) * 1024 * 1024) return finish(shown, { stored: false, sentence: say.tooLarge });
  const outcome = await send(bodyWith((body) => body.append("files", file, file.name)), shown);
  finish(shown, outcome, () => sendFile(file));
}

async function sendText() {
  const shown = line(title.value || say.pasted);
  const fill = (body) => (body.set("text", text.value), body.set("title", title.value));
  const outcome = await send(bodyWith(fill), shown);
  finish(shown, outcome, sendText);
  if (!outcome?.stored) return; // not kept there, so kept here
  localStorage.removeItem(KEPT);
  text.value = title.value = "";
}

// One at a time: the server reads each with a whole core.
let queue = Promise.resolve();
const enqueue = (work) => (queue = queue.then(work));
const sendFiles = (files) => [...files].forEach((file) => enqueue(() => sendFile(file)));

form.addEventListener("submit", (event) => {
  if (!input.files.length && !text.value.trim()) return; // the server says the sentence
  event.preventDefault();
  sendFiles(input.files);
  input.value = "";
  if (text.value.trim()) enqueue(sendText);
});
document.addEventListener("paste", (event) => {
  if (event.clipboardData.files.length) {
    event.preventDefault();
    sendFiles(event.clipboardData.files);
  }
});
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => (event.preventDefault(), drop.classList.add("over")));
}
for (const name of ["dragleave", "drop"]) {
  document.addEventListener(name, (event) => (event.preventDefault(), drop.classList.remove("over")));
}
document.addEventListener("drop", (event) => sendFiles(event.dataTransfer.files));
