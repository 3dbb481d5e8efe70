import { todayIso } from '../store/today.ts'
import { designStore } from '../store/design-store.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'
import { analysisStore } from './analysis-store.ts'

/** Edits in quick succession (typing, nudging) are analysed once. */
const restMs = 40
/** A worker that answers nothing for so long is replaced. */
const longestMs = 20_000

/** Analyses the active design after every change; what is asked meanwhile waits, and only the newest counts. */
export function startAnalysis(createWorker: () => Worker = defaultWorker): () => void {
  let worker = createWorker()
  let running: number | undefined
  let watch: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  const listen = (): void => {
    worker.addEventListener('error', ({ message }) => {
      if (running !== undefined) replace(`The analysis could not run: ${message}`)
    })
    worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
      clearTimeout(watch)
      running = undefined
      accept(data)
      if (data.revision !== designStore.getState().revision) schedule()
    })
  }
  const replace = (failure: string): void => {
    clearTimeout(watch)
    worker.terminate()
    worker = createWorker()
    listen()
    const asked = running
    running = undefined
    analysisStore.setState({ pending: false, failure })
    if (asked !== designStore.getState().revision) schedule()
  }
  const send = (): void => {
    const { open, document, revision } = designStore.getState()
    if (!open || running !== undefined) return
    running = revision
    const request: AnalysisRequest = { revision, design: document, today: todayIso() }
    // A worker has no origin to name.
    // eslint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(request)
    watch = setTimeout(() => replace('The analysis took longer than 20 seconds and was stopped.'), longestMs)
  }
  const schedule = (): void => {
    clearTimeout(rest)
    analysisStore.setState({ pending: designStore.getState().open })
    rest = setTimeout(send, restMs)
  }

  listen()
  schedule()
  const stop = designStore.subscribe((state, before) => {
    if (state.document === before.document) return
    // Numbers of another design must not stand beside this one for a moment.
    if (state.document.id !== before.document.id) {
      analysisStore.setState({ analysis: undefined, designId: undefined, failure: undefined })
    }
    schedule()
  })
  return () => {
    stop()
    clearTimeout(rest)
    clearTimeout(watch)
    worker.terminate()
  }
}

function accept(reply: AnalysisReply): void {
  const { document, revision } = designStore.getState()
  const pending = reply.revision !== revision
  if ('failure' in reply) {
    analysisStore.setState({ pending, failure: reply.failure })
    return
  }
  // A result for an older revision of the same design is shown until the newer one is there; another design's never.
  if (reply.designId !== document.id) return
  analysisStore.setState({
    analysis: reply.analysis,
    designId: document.id,
    revision: reply.revision,
    pending,
    failure: undefined,
  })
}

function defaultWorker(): Worker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
}
