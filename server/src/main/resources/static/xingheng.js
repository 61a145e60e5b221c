// 杏衡 in the browser. Every page works without this file; it only makes hands faster. No eval, no inline handlers.
(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);

  /* ---- Chinese input: a field says nothing while a word is being composed ---- */
  document.addEventListener("input", event => {
    if (event.isComposing) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("compositionend", event => {
    setTimeout(() => event.target.dispatchEvent(new Event("input", { bubbles: true })), 0);
  }, true);
  const composing = event => event.isComposing || event.keyCode === 229;

  /* ---- one press, one write ---- */
  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-repeat")) return;
    const buttons = Array.from(form.elements).filter(part => part.type === "submit");
    setTimeout(() => buttons.forEach(button => {
      button.disabled = true;
      button.dataset.sent = "";
    }), 0);
  });
  window.addEventListener("pageshow", () => all("[data-sent]").forEach(button => {
    button.disabled = false;
    delete button.dataset.sent;
  }));

  /* ---- htmx: the token that every write carries, a session that ended, a line that broke ---- */
  document.addEventListener("htmx:configRequest", event => {
    const token = one('meta[name="csrf"]');
    if (token) event.detail.headers["X-CSRF-TOKEN"] = token.content;
  });
  document.addEventListener("htmx:beforeSwap", event => {
    const address = event.detail.xhr.responseURL;
    if (address && new URL(address).pathname === "/sign-in") {
      event.detail.shouldSwap = false;
      window.location.assign("/sign-in");
    }
  });
  const failed = () => {
    const place = one("#said");
    if (!place) return;
    const note = document.createElement("p");
    note.className = "note bad said";
    note.textContent = document.body.dataset.fail || "";
    place.replaceChildren(note);
    place.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:afterSwap", () => dress(document));

  /* ---- rows: J K, ticks, bulk bar ---- */
  const rows = () => {
    const table = one("[data-rows]") || one(".table.one");
    return table ? all("tbody tr:not(.grp)", table).filter(row => one("a, input", row)) : [];
  };
  const current = () => one("tr.cur");
  const step = by => {
    const list = rows();
    if (list.length === 0) return;
    const at = list.indexOf(current());
    const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
    all("tr.cur").forEach(row => row.classList.remove("cur"));
    list[to].classList.add("cur");
    list[to].scrollIntoView({ block: "nearest" });
    const link = one(".name, a", list[to]);
    if (link) link.focus({ preventScroll: true });
  };
  const ticks = () => all("input[type=checkbox][data-tick]");
  const count = () => {
    const ticked = ticks().filter(box => box.checked);
    ticks().forEach(box => {
      const row = box.closest("tr");
      if (row) row.classList.toggle("sel", box.checked);
    });
    all("[data-bulk]").forEach(bar => { bar.hidden = ticked.length === 0; });
    all("[data-count]").forEach(place => { place.textContent = String(ticked.length); });
    all("input[data-all]").forEach(box => {
      box.checked = ticked.length > 0 && ticked.length === ticks().length;
      box.indeterminate = ticked.length > 0 && ticked.length < ticks().length;
    });
  };
  document.addEventListener("change", event => {
    const box = event.target;
    if (box.matches("input[data-all]")) ticks().forEach(other => { other.checked = box.checked; });
    if (box.matches("input[data-all], input[data-tick]")) count();
  });

  /* ---- keys: single letters are off inside fields, and can be switched off ---- */
  const KEPT = "xingheng.keys";
  const kept = () => {
    try { return window.localStorage.getItem(KEPT) !== "off"; } catch { return true; }
  };
  const keep = on => {
    try { window.localStorage.setItem(KEPT, on ? "on" : "off"); } catch { /* a browser that keeps nothing */ }
  };
  const shown = part => part && !part.closest("[hidden]") && part.getClientRects().length > 0;
  const act = part => {
    if (!shown(part)) return false;
    if (part.matches("input, select, textarea")) {
      part.focus();
      if (part.select) part.select();
    } else {
      part.click();
    }
    return true;
  };
  const named = key => {
    const row = current();
    return (row && one(`[data-key="${key}"]`, row)) || all(`[data-key="${key}"]`).find(shown);
  };
  const letters = {
    "/": () => act(one("[data-find]") || one("#find")),
    "j": () => step(1),
    "k": () => step(-1),
    "x": () => { const row = current(); const box = row && one("input[data-tick]", row); if (box) box.click(); },
    "d": () => act(named("d")),
    "t": () => act(named("t") || one(".fig")),
    "a": () => act(named("a") || one('[name="asOf"]')),
    "p": () => act(named("p")),
    "?": () => help(),
  };
  const help = () => {
    const dialog = one("#keys");
    if (!dialog || !dialog.showModal || dialog.open) return;
    one("#keys-on").checked = kept();
    dialog.showModal();
  };
  document.addEventListener("change", event => {
    if (event.target.id === "keys-on") keep(event.target.checked);
  });
  const typing = target => target.matches
      && target.matches("input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", event => {
    if (composing(event)) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = (event.target.closest && event.target.closest("form")) || one("form[data-main]");
      if (form && form.requestSubmit) {
        const button = Array.from(form.elements).find(part => part.matches(".btn.adverse, .btn.main"));
        event.preventDefault();
        if (!button || !button.disabled) form.requestSubmit(button);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
    if (event.key === "Escape") {
      if (typing(event.target)) event.target.blur();
      else if (!act(all('[data-key="esc"]').find(shown))) all("tr.cur").forEach(row => row.classList.remove("cur"));
      return;
    }
    if (typing(event.target) || !kept()) return;
    if (event.key === "Enter") {
      const row = current();
      if (row && event.target === document.body) act(one(".name, a", row));
      return;
    }
    const letter = letters[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (letter) {
      event.preventDefault();
      letter();
    }
  });

  /* ---- small doors ---- */
  document.addEventListener("click", event => {
    const part = event.target.closest ? event.target.closest("[data-open], [data-show], [data-print]") : null;
    if (!part) return;
    if (part.dataset.open === "keys") help();
    if (part.hasAttribute("data-print")) window.print();
    if (part.dataset.show) {
      const field = document.getElementById(part.dataset.show);
      const hide = field.type === "text";
      field.type = hide ? "password" : "text";
      part.setAttribute("aria-pressed", String(!hide));
      const other = part.dataset.other;
      part.dataset.other = part.textContent;
      part.textContent = other;
    }
  });

  /* ---- item picker: a plain select becomes an ARIA combobox ---- */
  const plain = text => text.normalize("NFKC").toLowerCase().trim();
  const option = (item, index, id) => ({
    id: `${id}-option-${index}`, value: item.value, number: item.dataset.number || "", label: item.textContent.trim(),
    note: item.dataset.note || "", amount: item.dataset.amount || "",
    words: plain([item.dataset.number, item.textContent, item.dataset.note, item.dataset.words].filter(Boolean).join(" ")),
  });
  /** Number first, then words; where nothing has every word, what shares half of the characters. */
  const search = (options, asked) => {
    const terms = plain(asked).split(/\s+/).filter(Boolean);
    if (terms.length === 0) return { found: options, near: [] };
    const rank = entry => (plain(entry.number) === terms[0] ? 0 : plain(entry.number).startsWith(terms[0]) ? 1 : 2);
    const found = options.filter(entry => terms.every(term => entry.words.includes(term)))
        .sort((left, right) => rank(left) - rank(right));
    if (found.length > 0) return { found, near: [] };
    const characters = Array.from(new Set(terms.join("")));
    const share = entry => characters.filter(character => entry.words.includes(character)).length / characters.length;
    const near = options.map(entry => [share(entry), entry]).filter(([part]) => part >= 0.5)
        .sort((left, right) => right[0] - left[0]).slice(0, 6).map(([, entry]) => entry);
    return { found, near };
  };
  const marked = (text, terms) => {
    const out = document.createDocumentFragment();
    const lower = text.toLowerCase();
    let at = 0;
    while (at < text.length) {
      const hits = terms.map(term => [lower.indexOf(term, at), term]).filter(([place]) => place >= 0)
          .sort((left, right) => left[0] - right[0] || right[1].length - left[1].length);
      if (hits.length === 0) break;
      const [place, term] = hits[0];
      out.append(text.slice(at, place));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place, place + term.length);
      out.append(mark);
      at = place + term.length;
    }
    out.append(text.slice(at));
    return out;
  };
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const line = (entry, terms) => {
    const text = element("span", {}, marked(entry.label, terms));
    if (entry.note) text.append(element("small", {}, marked(entry.note, terms)));
    const row = element("li", { id: entry.id }, element("b", {}, marked(entry.number, terms)), text,
        element("span", { className: "num", textContent: entry.amount }));
    row.setAttribute("role", "option");
    row.dataset.value = entry.value;
    return row;
  };

  const combobox = select => {
    const id = select.id;
    const must = select.required;
    const options = Array.from(select.options).filter(item => item.value !== "").map((item, index) => option(item, index, id));
    const list = element("ul", { id: `${id}-list`, hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("lang", select.lang || document.documentElement.lang);
    const field = element("input", { id, type: "text", autocomplete: "off", required: must });
    const attributes = {
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
      "aria-describedby": [`${id}-count`, select.getAttribute("aria-describedby")].filter(Boolean).join(" "),
    };
    Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
    if (select.getAttribute("aria-invalid")) field.setAttribute("aria-invalid", select.getAttribute("aria-invalid"));
    if (select.dataset.key) field.dataset.key = select.dataset.key;
    const label = one(`label[for="${id}"]`);
    if (label) list.setAttribute("aria-label", label.textContent.trim());
    const status = element("p", { id: `${id}-count`, className: "hint" });
    status.setAttribute("role", "status");

    const chosen = () => options.find(entry => entry.value === select.value);
    const text = entry => (entry ? [entry.number, entry.label].filter(Boolean).join("　") : "");
    let active = -1;
    const light = index => {
      active = index;
      Array.from(list.children).forEach((row, place) => row.setAttribute("aria-selected", String(place === index)));
      const row = list.children[index];
      if (row) {
        field.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView({ block: "nearest" });
      } else {
        field.removeAttribute("aria-activedescendant");
      }
    };
    const open = asked => {
      const { found, near } = search(options, asked);
      const terms = plain(asked).split(/\s+/).filter(Boolean);
      list.replaceChildren(...[...found, ...near].map(entry => line(entry, terms)));
      list.hidden = list.children.length === 0;
      field.setAttribute("aria-expanded", String(!list.hidden));
      const said = near.length > 0 ? select.dataset.near : found.length > 0 ? select.dataset.found : select.dataset.none;
      status.textContent = (said || "").replace("{0}", String(near.length || found.length))
          .replace("{1}", String(options.length));
      light(asked && list.children.length > 0 ? 0 : -1);
    };
    const close = () => {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      light(-1);
    };
    const check = () => field.setCustomValidity(must && !select.value ? select.dataset.choose || "?" : "");
    const choose = value => {
      const changed = select.value !== value;
      select.value = value;
      field.value = text(chosen());
      close();
      check();
      if (changed) select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    field.addEventListener("input", () => open(field.value));
    field.addEventListener("click", () => { if (list.hidden) { field.select(); open(""); } });
    field.addEventListener("blur", () => {
      if (field.value.trim() === "" && select.value) choose("");
      else field.value = text(chosen());
      close();
      check();
    });
    field.addEventListener("keydown", event => {
      if (composing(event)) return;
      const last = list.children.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open(field.value === text(chosen()) ? "" : field.value);
        else light(event.key === "ArrowDown" ? Math.min(last, active + 1) : Math.max(0, active - 1));
      } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !list.hidden) {
        event.preventDefault();
        if (active >= 0) choose(list.children[active].dataset.value);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        field.value = text(chosen());
        close();
      }
    });
    list.addEventListener("mousedown", event => {
      event.preventDefault();
      const row = event.target.closest("[role=option]");
      if (row) choose(row.dataset.value);
    });

    select.id = `${id}-value`;
    select.hidden = true;
    select.required = false;
    select.removeAttribute("data-combobox");
    select.after(element("div", { className: "pick" }, field, list), status);
    field.value = text(chosen());
    check();
  };

  /* ---- what a page, or a part that htmx brought, needs once ---- */
  const dress = root => {
    all("select[data-combobox]", root).forEach(combobox);
    all("[data-open], [data-show], [data-print]", root).forEach(button => { button.hidden = false; });
    count();
  };
  dress(document);
})();
