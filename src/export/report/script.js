"use strict";
(() => {
  const root = document.documentElement;
  const KEY = "justera-language";
  const remember = (value) => { try { localStorage.setItem(KEY, value); } catch { /* not allowed: forget */ } };
  const recall = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const choose = (language) => { root.dataset.language = language; root.lang = language; };
  choose(recall() === "en" ? "en" : "sv");

  const wake = () => {
    const toggle = document.getElementById("language");
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      choose(root.dataset.language === "en" ? "sv" : "en");
      remember(root.dataset.language);
    });
    const print = document.getElementById("print");
    print.hidden = false;
    print.addEventListener("click", () => window.print());
    window.addEventListener("beforeprint", () => {
      for (const part of document.querySelectorAll("details:not(.long)")) part.open = true;
    });
    wakeTable();
    wakePlaces();
  };

  // The index: filter and sort.
  const wakeTable = () => {
    const table = document.getElementById("documents");
    if (!table) return;
    const rows = [...table.tBodies[0].rows];
    const field = document.getElementById("filter");
    const count = document.getElementById("count");
    const words = new Map(rows.map((row) => [row, row.dataset.words]));
    const filter = () => {
      const asked = field.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
      const grade = document.querySelector("input[name=grade]:checked").value;
      let shown = 0;
      for (const row of rows) {
        const fits = (!grade || row.dataset.grade === grade) && asked.every((word) => words.get(row).includes(word));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      count.textContent = shown;
    };
    field.closest("form").addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", filter);
    for (const choice of document.querySelectorAll("input[name=grade]")) choice.addEventListener("change", filter);
    field.closest("form").hidden = false;
    filter();

    const compare = new Intl.Collator("sv", { numeric: true }).compare;
    for (const button of table.tHead.querySelectorAll("button")) {
      button.disabled = false;
      const cell = button.closest("th");
      button.addEventListener("click", () => {
        const up = cell.getAttribute("aria-sort") !== "ascending";
        for (const other of table.tHead.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", up ? "ascending" : "descending");
        const value = (row) => row.cells[cell.cellIndex].dataset.value || "";
        rows.sort((a, b) => (up ? 1 : -1) * compare(value(a), value(b)));
        table.tBodies[0].append(...rows);
      });
    }
  };

  // A document: what is asked for is opened, and lit up on its picture.
  const wakePlaces = () => {
    const light = (name) => {
      for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
      for (const spot of document.querySelectorAll(`[data-of="${CSS.escape(name)}"]`)) spot.classList.add("lit");
    };
    const arrive = () => {
      const name = decodeURIComponent(location.hash.slice(1));
      const target = name && document.getElementById(name);
      if (!target) return;
      for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
      light(name);
      target.scrollIntoView({ block: "center" });
    };
    window.addEventListener("hashchange", arrive);
    arrive();
    document.addEventListener("mouseover", (event) => {
      const word = event.target.closest("mark[id]");
      if (word) light(word.id);
    });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", wake); else wake();
})();
