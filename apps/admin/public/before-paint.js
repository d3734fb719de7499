// Puts the chosen theme and row height on the root before the first paint. A file of its own: the page's policy allows no inline script.
(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('backdesk.appearance') || '{}');
    if (chosen.theme === 'light' || chosen.theme === 'dark') document.documentElement.dataset.theme = chosen.theme;
    if (chosen.rows === 'comfortable') document.documentElement.dataset.rows = 'comfortable';
  } catch {
    // Storage may be closed to us; the system's theme and compact rows are the defaults.
  }
})();
