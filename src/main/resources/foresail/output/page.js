"use strict";
(() => {
  const hidden = (summary) => summary.parentElement.parentElement.closest("details:not([open])");
  const all = () => [...document.querySelectorAll("summary")].filter((each) => !hidden(each));
  const go = (to) => to && to.focus();
  const keys = {
    ArrowDown: (at, list) => go(list[list.indexOf(at) + 1]),
    ArrowUp: (at, list) => go(list[list.indexOf(at) - 1]),
    Home: (at, list) => go(list[0]),
    End: (at, list) => go(list[list.length - 1]),
    ArrowRight: (at, list) => {
      if (at.parentElement.open) go(list[list.indexOf(at) + 1]);
      else at.parentElement.open = true;
    },
    ArrowLeft: (at) => {
      const outer = at.parentElement.parentElement.closest("details");
      if (at.parentElement.open) at.parentElement.open = false;
      else if (outer) go(outer.querySelector("summary"));
    },
  };
  document.addEventListener("keydown", (event) => {
    const at = event.target.closest && event.target.closest("summary");
    const key = keys[event.key];
    if (at && key && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      key(at, all());
    }
  });
  const show = () => {
    const pod = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (pod && pod.matches("details")) {
      pod.open = true;
      go(pod.querySelector("summary"));
    }
  };
  addEventListener("hashchange", show);
  show();
})();
