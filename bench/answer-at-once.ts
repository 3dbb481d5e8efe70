// This function runs in the page: it can use nothing from outside itself.

declare global {
  interface Window {
    /** From when this is set, edits are answered without being worked out. */
    lintelAnswersAtOnce?: true
  }
}

/**
 * Before the page starts: puts a worker that computes nothing in the place of the engines, for every edit after
 * `lintelAnswersAtOnce`. It says at once that all numbers stay as they are. What is left of the time from an edit to its
 * numbers is the page, the way to a worker and back, and pictures that come between: no engine can go below it.
 */
export function answerAtOnce(): void {
  const Original = window.Worker
  const source = new Blob(['onmessage = ({ data }) => data.forEach((reply) => postMessage(reply))'])
  window.Worker = class extends Original {
    private readonly echo = new Original(URL.createObjectURL(source))
    /** Bytes that the page keeps packed: the last that came. */
    private rest: unknown

    constructor(...input: ConstructorParameters<typeof Worker>) {
      super(...input)
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly type: string; readonly rest?: unknown }>) => {
        if (data.type === 'numbers' && data.rest !== undefined) this.rest = data.rest
      })
      this.echo.addEventListener('message', ({ data }: MessageEvent<{ readonly type: string }>) => {
        const reply = data.type === 'numbers' ? { ...data, rest: this.rest } : data
        this.dispatchEvent(new MessageEvent('message', { data: reply }))
      })
    }

    override postMessage(request: {
      readonly type?: string
      readonly revision?: number
      readonly traffic?: number
    }): void {
      if (request.type !== 'design' || window.lintelAnswersAtOnce !== true) {
        // A worker has no origin to name.
        // eslint-disable-next-line unicorn/require-post-message-target-origin
        super.postMessage(request)
        return
      }
      const { revision, traffic } = request
      const designId = 'd-bench'
      const kept = { kept: true }
      const replies = [
        { type: 'early', revision, designId, traffic, early: kept },
        { type: 'numbers', revision, designId, traffic },
        { type: 'judgement', revision, designId, judgement: kept },
      ]
      // eslint-disable-next-line unicorn/require-post-message-target-origin
      this.echo.postMessage(replies)
    }
  }
}
