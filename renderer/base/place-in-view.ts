/** An anchor of a review, such as `rule.safety`. */
const ANCHOR = /^[a-z-]+\.[\w.-]+$/;

/**
 * The place in a review that the person is at: the nearest anchor around what has the focus, else what the page is
 * about.
 */
export function placeInView(otherwise: string | undefined): string | undefined {
  for (let element = document.activeElement; element; element = element.parentElement) {
    if (ANCHOR.test(element.id) && element.id.split('.')[0] === otherwise) return element.id;
  }
  return otherwise;
}
