import type { ElectronApplication } from '@playwright/test'

/** Everything the session asked for or refused from now on. */
export async function watchRequests(
  app: ElectronApplication,
): Promise<() => Promise<{ done: string[]; failed: string[] }>> {
  await app.evaluate(({ session }) => {
    const seen: { done: string[]; failed: string[] } = { done: [], failed: [] }
    Reflect.set(globalThis, 'seenRequests', seen)
    session.defaultSession.webRequest.onCompleted((details) => void seen.done.push(details.url))
    session.defaultSession.webRequest.onErrorOccurred((details) => void seen.failed.push(details.url))
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'seenRequests'))
}
