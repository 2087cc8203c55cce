// Keeps what a person is at where something is drawn again under their hands, as by a refresh.

/** Draws, and gives the focus and the scroll position of the table back. */
export function keepingPlace(draw) {
  const at = document.activeElement;
  const place = at?.closest('#toolbar, #chart, #legend, #table-actions, #table');
  const index = place ? focusable(place).indexOf(at) : -1;
  const scrolled = document.querySelector('#table .table-scroll');
  const { scrollLeft, scrollTop } = scrolled ?? {};
  draw();
  const again = scrolled && document.querySelector('#table .table-scroll');
  if (again) Object.assign(again, { scrollLeft, scrollTop });
  if (index >= 0) focusable(place)[index]?.focus({ preventScroll: true });
}

const focusable = (place) => [...place.querySelectorAll('button, select, input, a[href], [tabindex]')];
