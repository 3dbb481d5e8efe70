// These functions run in the page: they can use nothing from outside themselves.

export interface EditTimes {
  readonly toNumbersMs: readonly number[]
  /** How long the page's thread was busy with each answer of the worker. */
  readonly answerMs: readonly number[]
  readonly longTasks: number
}

declare global {
  interface Window {
    lintelAnswerMs?: number[]
  }
}

/** Before the page starts: measures the task that each message of a worker begins, up to the next task. */
export function watchWorker(): void {
  const answerMs: number[] = []
  window.lintelAnswerMs = answerMs
  const { port1, port2 } = new MessageChannel()
  let startedAt: number | undefined
  port1.addEventListener('message', () => {
    if (startedAt !== undefined) answerMs.push(performance.now() - startedAt)
    startedAt = undefined
  })
  port1.start()
  const Original = window.Worker
  window.Worker = class extends Original {
    constructor(...input: ConstructorParameters<typeof Worker>) {
      super(...input)
      // The first listener: what the page does with the message comes after it, in the same task.
      this.addEventListener('message', () => {
        startedAt = performance.now()
        port2.postMessage(undefined)
      })
    }
  }
}

/** Steps the number that has the focus up, one edit after another, and waits for the numbers of each. */
export async function measureEdits(edits: number): Promise<EditTimes> {
  const bar = document.querySelector('.status-bar')
  const field = document.activeElement
  if (bar === null || !(field instanceof HTMLInputElement)) throw new Error('No field has the focus')
  const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
  let longTasks = 0
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length
  })
  const editOnce = (): Promise<number> =>
    new Promise((done) => {
      const before = bar.getAttribute('data-revision')
      const changes = new MutationObserver(() => {
        if (bar.getAttribute('data-revision') === before) return
        changes.disconnect()
        done(performance.now() - startedAt)
      })
      changes.observe(bar, { attributes: true, attributeFilter: ['data-revision'] })
      const startedAt = performance.now()
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }))
    })
  for (let index = 0; index < 8; index += 1) {
    await editOnce()
    await rest(120)
  }
  window.lintelAnswerMs?.splice(0)
  observer.observe({ entryTypes: ['longtask'] })
  const toNumbersMs: number[] = []
  for (let index = 0; index < edits; index += 1) {
    toNumbersMs.push(await editOnce())
    await rest(120 + (index % 7) * 5)
  }
  observer.disconnect()
  return { toNumbersMs, answerMs: window.lintelAnswerMs ?? [], longTasks }
}
