// @ts-check
// The page is rendered by the emulator alone. Here it is fetched again whenever something changes, and what differs is
// put in place, so that what is open stays open and the focus stays where it is.

/** Between two fetches, in milliseconds: a shop under test changes things faster than anybody reads. */
const PAUSE_MS = 250

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}`)
  return found
}

/** @param {Node} node */
const idOf = (node) => (node instanceof Element ? node.id : '')

/**
 * The node of `parent` that stands for `next`: the one with its id, or the next one of its kind that has none.
 *
 * @param {Element} parent
 * @param {ChildNode | null} cursor
 * @param {Node} next
 * @returns {ChildNode | null}
 */
function counterpart(parent, cursor, next) {
  const id = idOf(next)
  if (id !== '') return [...parent.children].find((child) => child.id === id) ?? null
  const fits = cursor !== null && cursor.nodeName === next.nodeName && idOf(cursor) === ''
  return fits ? cursor : null
}

/**
 * @param {Element} current
 * @param {Element} next
 */
function renewAttributes(current, next) {
  for (const { name } of [...current.attributes]) {
    // What the reader has opened is the reader's.
    if (name !== 'open' && !next.hasAttribute(name)) current.removeAttribute(name)
  }
  for (const { name, value } of next.attributes) {
    if (current.getAttribute(name) !== value) current.setAttribute(name, value)
  }
}

/**
 * Makes `current` look like `next`, keeping every node that is in both.
 *
 * @param {Element} current
 * @param {Element} next
 */
function renew(current, next) {
  if (current.isEqualNode(next)) return
  renewAttributes(current, next)
  let cursor = current.firstChild
  for (const child of [...next.childNodes]) {
    const own = counterpart(current, cursor, child)
    const kept = own ?? document.importNode(child, true)
    if (kept === cursor) cursor = cursor?.nextSibling ?? null
    else current.insertBefore(kept, cursor)
    if (own instanceof Element && child instanceof Element) renew(own, child)
    else if (own !== null) own.textContent = child.textContent
  }
  while (cursor !== null) {
    const following = cursor.nextSibling
    cursor.remove()
    cursor = following
  }
}

const main = document.querySelector('main') ?? document.body

/**
 * @param {string} page
 * @param {boolean} isAnswer to a button; whatever else changes leaves standing what was said about the last one
 */
function show(page, isAnswer) {
  const next = new DOMParser().parseFromString(page, 'text/html').querySelector('main')
  if (next === null) return
  if (!isAnswer) next.querySelector('#notices')?.replaceWith(element('notices').cloneNode(true))
  renew(main, next)
}

let isPaused = false
let isFetching = false
let isStale = false

async function refresh() {
  isStale = true
  if (isFetching || isPaused) return
  isFetching = true
  try {
    while (isStale && !isPaused) {
      isStale = false
      const answer = await fetch('/', { cache: 'no-store' })
      if (answer.ok) show(await answer.text(), false)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  } catch {
    // The emulator has stopped: the stream says so, and tries again.
  } finally {
    isFetching = false
  }
}

/** @param {SubmitEvent} event */
async function submit(event) {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.action.includes('/dashboard/')) return
  event.preventDefault()
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form, event.submitter))
    fields.append(name, String(value))
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields })
    show(await answer.text(), true)
  } catch {
    element('notice').textContent = 'The emulator does not answer. Is it still running?'
  }
  // The button may be gone with what it stood for; the answer to it is the place to go on from.
  if (document.activeElement === document.body) element('notice').focus()
}

/** @param {string} text */
function setState(text) {
  element('live-text').textContent = text
  element('live').dataset.state = text
}

function start() {
  const button = element('live-button')
  button.addEventListener('click', () => {
    isPaused = !isPaused
    button.textContent = isPaused ? 'Resume' : 'Pause'
    setState(isPaused ? 'Paused' : 'Live')
    if (!isPaused) void refresh()
  })
  document.addEventListener('submit', (event) => void submit(event))

  const stream = new EventSource('/_emulator/events')
  stream.addEventListener('open', () => {
    if (!isPaused) setState('Live')
    void refresh()
  })
  stream.addEventListener('error', () => setState('Not connected'))
  stream.addEventListener('change', () => void refresh())
  element('live').hidden = false
}

start()
