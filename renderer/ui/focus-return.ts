type Focusable = HTMLElement | SVGElement

const layers = '[role="dialog"], [role="menu"], [role="listbox"]'

/** What held the keyboard before each dialog or menu that is open, the newest last. */
let before: readonly Focusable[] = []

/** Watches where the keyboard goes, from the start of the page on. */
export function watchFocus(): void {
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    const layer = isFocusable(target) ? target.closest(layers) : null
    if (layer === null) before = []
    // A palette that has just closed left nothing: then the dialog that it opens stands where the palette stood.
    else if (isFocusable(relatedTarget) && !layer.contains(relatedTarget)) before = [...before, relatedTarget]
  })
}

/**
 * For `onCloseAutoFocus` of what a command opens, which has no button of its own to go back to: gives the keyboard to
 * what held it before, as far as that is still there. Without it the keyboard would start again at the top of the page.
 * What has taken the focus meanwhile keeps it.
 *
 * @returns whether anything holds the keyboard now
 */
export function giveFocusBack(event: Event): boolean {
  event.preventDefault()
  if (!isHeld()) before.findLast((element) => element.isConnected)?.focus({ preventScroll: true })
  return isHeld()
}

function isHeld(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

function isFocusable(target: EventTarget | null): target is Focusable {
  return target instanceof HTMLElement || target instanceof SVGElement
}
