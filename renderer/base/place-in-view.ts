/** An anchor of a review, such as `rule.safety`. */
const ANCHOR = /^[a-z-]+\.[\w.-]+$/;

/**
 * The place in a review that the person is at: the nearest anchor around what has the focus, else what the page is
 * about. An anchor is an id, or `data-anchor` where the id stands on a part of the place, such as what it still owes.
 */
export function placeInView(otherwise: string | undefined): string | undefined {
  for (let element = document.activeElement; element; element = element.parentElement) {
    const anchor = element.getAttribute('data-anchor') ?? element.id;
    if (ANCHOR.test(anchor) && anchor.split('.')[0] === otherwise) return anchor;
  }
  return otherwise;
}
